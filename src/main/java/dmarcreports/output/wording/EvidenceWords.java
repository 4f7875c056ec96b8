package dmarcreports.output.wording;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.report.Disposition;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One evidence, in the order in which it is told: what was seen, what was checked, what the
 * receiver made of it, and what a change would do.
 *
 * @param lines what was seen, where that is told; SPF; DKIM; the verdict
 * @param changes what precedes the answers, or tells where they are; empty where nothing fails
 * @param answers what each change would do; empty where an evidence before has the same
 */
public record EvidenceWords(List<Line> lines, Optional<String> changes, List<Answer> answers) {
  private static final int NAMES = 6;

  public EvidenceWords {
    lines = List.copyOf(lines);
    answers = List.copyOf(answers);
  }

  /** Sentences, and what they are about. */
  public record Line(String label, List<String> sentences) {
    public Line {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * What a change would do.
   *
   * @param inWord whether the messages would pass, in a word
   */
  public record Answer(Gain gain, String inWord, String sentence) {}

  /** That of one mail, whose origin is told elsewhere. */
  public static EvidenceWords of(Explained.Evidence evidence, Language language) {
    Told told = new Told(evidence, language);
    return new EvidenceWords(told.checks(), told.afterChange(), told.answers());
  }

  /** The first of a stream, numbered. */
  static List<EvidenceWords> of(List<Explained.Evidence> evidences, int most, Language language) {
    List<EvidenceWords> words = new ArrayList<>();
    List<List<Explained.Change>> said = new ArrayList<>();
    for (Explained.Evidence evidence : evidences.subList(0, Math.min(most, evidences.size()))) {
      Told told = new Told(evidence, language);
      List<Line> lines = new ArrayList<>();
      lines.add(told.origin(said.size() + 1));
      lines.addAll(told.checks());
      int before = evidence.changes().isEmpty() ? -1 : said.indexOf(evidence.changes());
      words.add(
          before < 0
              ? new EvidenceWords(lines, told.afterChange(), told.answers())
              : new EvidenceWords(lines, Optional.of(told.asBefore(before + 1)), List.of()));
      said.add(evidence.changes());
    }
    return words;
  }

  /** One evidence, said. */
  private record Told(Explained.Evidence evidence, Language language) {
    Line origin(int number) {
      List<String> addresses =
          evidence.shares().stream()
              .map(share -> share.source().map(SourceIp::text))
              .map(known -> known.orElseGet(() -> language.say(EvidencePhrase.NO_ADDRESS)))
              .toList();
      Saying origin =
          (evidence.reliable() ? EvidencePhrase.ORIGIN : EvidencePhrase.ORIGIN_UNRELIABLE)
              .of(
                  evidence.messages(),
                  some(addresses),
                  on(evidence.days()),
                  some(evidence.reporters()));
      return line(EvidencePhrase.EVIDENCE.of(number), List.of(origin));
    }

    private String on(List<LocalDate> days) {
      LocalDate first = days.get(0);
      LocalDate last = days.get(days.size() - 1);
      return first.equals(last)
          ? Verdicts.period(first, last, language)
          : language.say(EvidencePhrase.ON_DAYS.of(days.size(), first, last));
    }

    List<Line> checks() {
      return List.of(
          side("SPF", evidence.spf()),
          side("DKIM", evidence.dkim()),
          line(EvidencePhrase.SO.of(), verdict()));
    }

    private Line side(String name, Explained.Side side) {
      List<Saying> sentences = new ArrayList<>();
      if (side.checks().isEmpty() && side.cause() != Cause.MISSING) {
        sentences.add(EvidencePhrase.NO_CHECK.of());
      }
      side.checks().forEach(check -> sentences.add(check(check)));
      sentences.add(
          side.word()
              .map(word -> EvidencePhrase.RECEIVER_SAYS.of(Codes.word(word)))
              .orElseGet(EvidencePhrase.RECEIVER_SAYS_NOTHING::of));
      sentences.add(EvidencePhrase.CAUSE.of(side.inWords().of(), side.cause().word()));
      return line(EvidencePhrase.SIDE.of(name, Codes.word(side.mode())), sentences);
    }

    private Saying check(Explained.Check check) {
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

    private List<Saying> verdict() {
      List<Saying> sentences = new ArrayList<>();
      switch (evidence.verdict()) {
        case PASS -> sentences.add(EvidencePhrase.PASSES.of());
        case FAIL -> {
          sentences.add(EvidencePhrase.FAILS.of());
          evidence.asked().map(EvidenceWords::asked).ifPresent(sentences::add);
        }
        case UNKNOWN -> sentences.add(EvidencePhrase.UNKNOWN.of());
      }
      evidence
          .disposition()
          .map(EvidenceWords::done)
          .map(
              done ->
                  (evidence.overridden() ? EvidencePhrase.DONE_SOFTER : TextPhrase.SENTENCE)
                      .of(done))
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

    Optional<String> afterChange() {
      return evidence.changes().isEmpty()
          ? Optional.empty()
          : Optional.of(language.say(EvidencePhrase.AFTER_CHANGE));
    }

    String asBefore(int number) {
      return language.say(EvidencePhrase.SAME_CHANGES.of(number));
    }

    List<Answer> answers() {
      return evidence.changes().stream().map(this::answer).toList();
    }

    private Answer answer(Explained.Change change) {
      EvidencePhrase phrase =
          change.advised() ? EvidencePhrase.CHANGE_ADVISED : EvidencePhrase.CHANGE;
      return new Answer(
          change.gain(),
          inWord(change.gain(), language),
          language.say(
              phrase.of(
                  ChangeWords.of(change.changes(), language), language.say(change.effect()))));
    }

    private Line line(Saying label, List<Saying> sentences) {
      return new Line(language.say(label), sentences.stream().map(language::say).toList());
    }
  }

  /** Whether messages would pass. */
  public static String inWord(Gain gain, Language language) {
    return language.say(
        switch (gain) {
          case YES -> EvidencePhrase.YES;
          case MAYBE -> EvidencePhrase.MAYBE;
          case NO -> EvidencePhrase.NO;
        });
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

  private static Names some(List<String> names) {
    return Names.of(Names.Joint.COMMA, names, NAMES);
  }
}
