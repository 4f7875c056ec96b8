package dmarcreports.output.text;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Inert;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Holdings;
import dmarcreports.stored.Reporter;
import dmarcreports.stored.Run;
import dmarcreports.stored.RunSums;
import dmarcreports.stored.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a database holds, for a person. */
public final class StatusText {
  private static final int MOST_NAMED = 10;
  private static final int LABEL = 11;

  private final Language language;
  private final OutputStream to;

  private StatusText(Language language, OutputStream to) {
    this.language = language;
    this.to = to;
  }

  public static void write(Holdings holdings, Language language, OutputStream to)
      throws IOException {
    new StatusText(language, to).write(holdings);
  }

  private void write(Holdings holdings) throws IOException {
    line(StatusPhrase.DATABASE, database(holdings));
    line(StatusPhrase.SCHEMA, StatusPhrase.ENGINE.of(holdings.schema(), holdings.engine()));
    line(StatusPhrase.REPORTS, reports(holdings));
    line(
        StatusPhrase.DAYS,
        holdings.days().map(this::days).orElseGet(() -> language.say(StatusPhrase.NO_DAYS)));
    line(StatusPhrase.DOMAINS, named(holdings.domains().stream().map(DomainName::text).toList()));
    line(StatusPhrase.REPORTERS, named(holdings.reporters().stream().map(this::reporter).toList()));
    line(StatusPhrase.DISCARDED, discarded(holdings.discards()));
    for (Run run : holdings.runs()) {
      line(StatusPhrase.RUN, run(run));
    }
    for (Waiting one : holdings.waiting()) {
      line(StatusPhrase.TO_SEND, StatusPhrase.WAITING.of(one.messages(), one.label(), one.since()));
    }
  }

  private String database(Holdings holdings) {
    return holdings.bytes().isPresent()
        ? language.say(StatusPhrase.BYTES.of(holdings.database(), holdings.bytes().getAsLong()))
        : holdings.database();
  }

  private static Saying reports(Holdings holdings) {
    return holdings.conflicts() > 0
        ? StatusPhrase.HELD_WITH_CONFLICTS.of(
            holdings.reports(), holdings.conflicts(), holdings.records(), holdings.messages())
        : StatusPhrase.HELD.of(holdings.reports(), holdings.records(), holdings.messages());
  }

  private String days(Holdings.Days days) {
    return days.first().equals(days.last())
        ? days.first().toString()
        : language.say(StatusPhrase.FROM_TO.of(days.first(), days.last()));
  }

  private String reporter(Reporter reporter) {
    return language.say(StatusPhrase.REPORTER.of(reporter.name(), reporter.lastSeen()));
  }

  private String named(List<String> names) {
    return names.isEmpty()
        ? "0"
        : language.say(
            StatusPhrase.NAMED.of(names.size(), Names.of(Names.Joint.COMMA, names, MOST_NAMED)));
  }

  private String discarded(long discards) {
    return discards > 0 ? language.say(StatusPhrase.LISTED_DISCARDS.of(discards)) : "" + discards;
  }

  private Saying run(Run run) {
    Saying times =
        run.ended()
            .map(ended -> StatusPhrase.FROM_TO.of(run.started(), ended))
            .orElseGet(() -> StatusPhrase.UNFINISHED.of(run.started()));
    return run.sums()
        .map(StatusText::sums)
        .map(s -> StatusPhrase.RUN_WITH_SUMS.of(times, s))
        .orElse(times);
  }

  private static Saying sums(RunSums sums) {
    return StatusPhrase.SUMS.of(
        sums.inputs(),
        sums.stored(),
        sums.duplicates(),
        sums.conflicts(),
        sums.discarded(),
        sums.records(),
        sums.messages());
  }

  private void line(StatusPhrase label, Saying saying) throws IOException {
    line(label, language.say(saying));
  }

  private void line(StatusPhrase label, String text) throws IOException {
    String line = Labels.padded(language.say(label), LABEL) + Inert.line(text) + "\n";
    to.write(line.getBytes(StandardCharsets.UTF_8));
  }
}
