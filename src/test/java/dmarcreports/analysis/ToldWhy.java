package dmarcreports.analysis;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.dns.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the findings about one source of a {@link Story} came about, without a language. */
final class ToldWhy {
  private final List<String> lines = new ArrayList<>();

  private ToldWhy() {}

  static List<String> of(String source, SenderProfiles profiles, List<Mail> mail, Snapshot dns) {
    ToldWhy told = new ToldWhy();
    Analysis.Collector collector = new Analysis.Collector(Mail.SUFFIXES, profiles);
    collector.published(dns);
    mail.stream().map(Mail::observation).forEach(collector::add);
    Explained explained = collector.explain(SourceName.parse(source).orElseThrow());
    told.lines.add("> " + explained.source());
    explained.domains().forEach(told::add);
    return told.lines;
  }

  private void add(Explained.Domain domain) {
    lines.add("> " + domain.domain() + ": " + Story.said(domain.tally()));
    domain.streams().forEach(this::add);
    for (Explained.ToDo todo : domain.actions()) {
      lines.add(
          "> do %d. %s at %s, repairs %d-%d"
              .formatted(
                  todo.rank(),
                  todo.action().code(),
                  todo.action().target().text(),
                  todo.repairedMin(),
                  todo.repairedMax()));
    }
  }

  private void add(Explained.Stream stream) {
    lines.add(
        "> see %s: %s of %s from %d; %s%s"
            .formatted(
                Story.word(stream.part().diagnosis().streamClass()),
                Story.said(stream.part().tally()),
                Story.said(stream.whole()),
                stream.wholeSources(),
                stream.circumstances().stream()
                    .map((Saying s) -> Story.said(s))
                    .collect(Collectors.joining(", ")),
                stream.above().stream()
                    .filter(
                        row -> row.unmet().size() == 1 && row.streamClass().conditions().size() > 1)
                    .map(row -> "; no " + Story.word(row.streamClass()) + " but for " + unmet(row))
                    .collect(Collectors.joining())));
    stream.evidences().forEach(this::add);
  }

  private static String unmet(Explained.Row row) {
    return row.unmet().stream().map(Story::word).collect(Collectors.joining(" "));
  }

  private void add(Explained.Evidence evidence) {
    lines.add(
        ">   %d from %s, %s, asked %s, done %s%s%s%s%s; on %s, told by %s%s"
            .formatted(
                evidence.messages(),
                evidence.from().map(Object::toString).orElse("nobody"),
                Story.word(evidence.verdict()),
                evidence.asked().map(Story::word).orElse("nothing"),
                evidence.disposition().map(Story::word).orElse("unknown"),
                evidence.overridden() ? ", softer" : "",
                evidence.forwarded() ? ", forwarded" : "",
                evidence.nullSender() ? ", bounce" : "",
                evidence.brokenKeys().isEmpty() ? "" : ", broken " + evidence.brokenKeys(),
                evidence.days(),
                evidence.reporters(),
                evidence.reliable() ? "" : ", who is not relied on"));
    evidence
        .shares()
        .forEach(
            s ->
                lines.add(
                    ">     %d from %s"
                        .formatted(
                            s.messages(), s.source().map(Object::toString).orElse("nowhere"))));
    lines.add(">     spf " + told(evidence.spf()));
    lines.add(">     dkim " + told(evidence.dkim()));
    for (Explained.Change change : evidence.changes()) {
      lines.add(
          ">     if %s%s: %s, %s"
              .formatted(
                  change.changes().stream().map(Story::word).collect(Collectors.joining("+")),
                  change.advised() ? " as advised" : "",
                  Story.word(change.gain()),
                  Story.word(change.effect())));
    }
  }

  private static String told(Explained.Side side) {
    return "%s %s %s %s %s"
        .formatted(
            Story.word(side.mode()),
            side.word().map(Story::word).orElse("-"),
            side.checks().stream()
                .map(
                    c ->
                        "%s %s %s%s"
                            .formatted(
                                c.domain().map(Object::toString).orElse("-"),
                                c.result(),
                                Story.word(c.relation()),
                                c.counts() ? " counts" : ""))
                .toList(),
            Story.word(side.cause()),
            side.inWords().key());
  }
}
