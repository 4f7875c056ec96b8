package dmarcreports.output.text;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.wording.ChangeWords;
import dmarcreports.output.wording.Verdicts;
import dmarcreports.report.Disposition;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The evidences of a stream: what was checked, what the receiver said, what a change would do. */
final class EvidenceText {
  private static final int EVIDENCES = 200;
  private static final int NAMES = 6;

  private final Language language;
  private final Paragraphs out;

  EvidenceText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  void write(List<Explained.Evidence> evidences) {
    List<List<Explained.Change>> said = new ArrayList<>();
    int shown = Math.min(EVIDENCES, evidences.size());
    for (int i = 0; i < shown; i++) {
      Explained.Evidence evidence = evidences.get(i);
      out.item(0, language.say(EvidencePhrase.EVIDENCE.of(i + 1)) + " ", origin(evidence));
      side("SPF", evidence.spf(), evidence);
      side("DKIM", evidence.dkim(), evidence);
      out.item(2, language.say(EvidencePhrase.SO) + " ", language.say(verdict(evidence)));
      changes(said.indexOf(evidence.changes()), evidence);
      said.add(evidence.changes());
    }
    if (shown < evidences.size()) {
      int more = evidences.size() - shown;
      out.text(0, language.say(TextPhrase.MORE_IN_LIST.of(more, "--format json")));
    }
  }

  /** That of one mail, whose origin is told elsewhere. */
  void write(Explained.Evidence evidence) {
    side("SPF", evidence.spf(), evidence);
    side("DKIM", evidence.dkim(), evidence);
    out.item(2, language.say(EvidencePhrase.SO) + " ", language.say(verdict(evidence)));
    changes(-1, evidence);
  }

  private String origin(Explained.Evidence evidence) {
    List<String> addresses =
        evidence.shares().stream()
            .map(share -> share.source().map(SourceIp::text))
            .map(known -> known.orElseGet(() -> language.say(EvidencePhrase.NO_ADDRESS)))
            .toList();
    return language.say(
        (evidence.reliable() ? EvidencePhrase.ORIGIN : EvidencePhrase.ORIGIN_UNRELIABLE)
            .of(
                evidence.messages(),
                some(addresses),
                on(evidence.days()),
                some(evidence.reporters())));
  }

  private String on(List<LocalDate> days) {
    LocalDate first = days.get(0);
    LocalDate last = days.get(days.size() - 1);
    return first.equals(last)
        ? Verdicts.period(first, last, language)
        : language.say(EvidencePhrase.ON_DAYS.of(days.size(), first, last));
  }

  private void side(String name, Explained.Side side, Explained.Evidence evidence) {
    List<Saying> sentences = new ArrayList<>();
    if (side.checks().isEmpty() && side.cause() != Cause.MISSING) {
      sentences.add(EvidencePhrase.NO_CHECK.of());
    }
    side.checks().forEach(check -> sentences.add(check(check, evidence)));
    sentences.add(
        side.word()
            .map(word -> EvidencePhrase.RECEIVER_SAYS.of(Codes.word(word)))
            .orElseGet(EvidencePhrase.RECEIVER_SAYS_NOTHING::of));
    sentences.add(EvidencePhrase.CAUSE.of(side.inWords().of(), side.cause().word()));
    Saying mark = EvidencePhrase.SIDE.of(name, Codes.word(side.mode()));
    out.item(2, language.say(mark) + " ", language.say(sentences));
  }

  private Saying check(Explained.Check check, Explained.Evidence evidence) {
    String from =
        evidence
            .from()
            .map(DomainName::text)
            .orElseGet(() -> language.say(EvidencePhrase.FROM_LINE));
    String result =
        check.result().isEmpty() ? language.say(EvidencePhrase.ODD_RESULT) : check.result();
    Saying relation = relation(check, from);
    return check
        .domain()
        .map(domain -> EvidencePhrase.CHECK.of(result, domain, relation))
        .orElseGet(() -> EvidencePhrase.CHECK_OF_NO_NAME.of(result, relation));
  }

  /** Whom it is about and, where it passes, whether that counts. */
  private static Saying relation(Explained.Check check, String from) {
    boolean passes = check.result().equals("pass");
    return switch (check.relation()) {
      case EXACT -> (passes ? EvidencePhrase.EXACT_COUNTS : EvidencePhrase.EXACT).of();
      case ORGANIZATIONAL -> organizational(passes, check.counts()).of(from);
      case FOREIGN -> (passes ? EvidencePhrase.FOREIGN_PASSES : EvidencePhrase.FOREIGN).of(from);
      case NONE -> EvidencePhrase.PROVES_NOBODY.of();
    };
  }

  private static EvidencePhrase organizational(boolean passes, boolean counts) {
    if (!passes) {
      return EvidencePhrase.ORGANIZATIONAL;
    }
    return counts ? EvidencePhrase.ORGANIZATIONAL_COUNTS : EvidencePhrase.ORGANIZATIONAL_STRICT;
  }

  private static List<Saying> verdict(Explained.Evidence evidence) {
    List<Saying> sentences = new ArrayList<>();
    switch (evidence.verdict()) {
      case PASS -> sentences.add(EvidencePhrase.PASSES.of());
      case FAIL -> {
        sentences.add(EvidencePhrase.FAILS.of());
        evidence.asked().map(EvidenceText::asked).ifPresent(sentences::add);
      }
      case UNKNOWN -> sentences.add(EvidencePhrase.UNKNOWN.of());
    }
    evidence
        .disposition()
        .map(EvidenceText::done)
        .map(
            done ->
                (evidence.overridden() ? EvidencePhrase.DONE_SOFTER : TextPhrase.SENTENCE).of(done))
        .ifPresent(sentences::add);
    if (evidence.forwarded()) {
      sentences.add(EvidencePhrase.PASSED_ON.of());
    }
    if (evidence.nullSender()) {
      sentences.add(EvidencePhrase.NULL_SENDER.of());
    }
    if (!evidence.brokenKeys().isEmpty()) {
      sentences.add(EvidencePhrase.BROKEN_KEYS.of(some(evidence.brokenKeys())));
    }
    return sentences;
  }

  private static Saying asked(Policy policy) {
    return switch (policy) {
      case NONE -> EvidencePhrase.ASKED_NOTHING.of();
      case QUARANTINE -> EvidencePhrase.ASKED_QUARANTINE.of();
      case REJECT -> EvidencePhrase.ASKED_REJECT.of();
    };
  }

  private static Saying done(Disposition disposition) {
    EvidencePhrase phrase =
        switch (disposition) {
          case NONE, PASS -> EvidencePhrase.LET_THROUGH;
          case QUARANTINE -> EvidencePhrase.SET_ASIDE;
          case REJECT -> EvidencePhrase.REFUSED;
        };
    return phrase.of(Codes.word(disposition));
  }

  private void changes(int alreadySaid, Explained.Evidence evidence) {
    if (evidence.changes().isEmpty()) {
      return;
    }
    if (alreadySaid >= 0) {
      out.text(2, language.say(EvidencePhrase.SAME_CHANGES.of(alreadySaid + 1)));
      return;
    }
    out.text(2, language.say(EvidencePhrase.AFTER_CHANGE));
    int width = Stream.of(Gain.values()).mapToInt(gain -> answer(gain).length()).max().orElse(0);
    for (Explained.Change change : evidence.changes()) {
      EvidencePhrase phrase =
          change.advised() ? EvidencePhrase.CHANGE_ADVISED : EvidencePhrase.CHANGE;
      out.item(
          4,
          Labels.padded(answer(change.gain()), width + 2),
          language.say(
              phrase.of(
                  ChangeWords.of(change.changes(), language), language.say(change.effect()))));
    }
  }

  private String answer(Gain gain) {
    return language.say(
        switch (gain) {
          case YES -> EvidencePhrase.YES;
          case MAYBE -> EvidencePhrase.MAYBE;
          case NO -> EvidencePhrase.NO;
        });
  }

  private static Names some(List<String> names) {
    return Names.of(Names.Joint.COMMA, names, NAMES);
  }
}
