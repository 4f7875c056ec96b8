package dmarcreports.output.text;

import static dmarcreports.analysis.saying.Names.Joint.COMMA;
import static dmarcreports.analysis.saying.Names.Joint.OR;

import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.Shortage;
import dmarcreports.analysis.sums.Tightening;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.Words;
import dmarcreports.report.Policy;
import java.util.ArrayList;
import java.util.List;

/** How strict the policy of one domain could be, and what it would cost. */
final class PolicyText {
  private final DomainFindings domain;
  private final Language language;
  private final Paragraphs out;

  private PolicyText(DomainFindings domain, Language language, Paragraphs out) {
    this.domain = domain;
    this.language = language;
    this.out = out;
  }

  static void write(DomainFindings domain, Language language, Paragraphs out) {
    new PolicyText(domain, language, out).write();
  }

  private void write() {
    out.heading(language.say(PolicyPhrase.HEADING));
    BlockersText blockers = new BlockersText(domain, language, out);
    boolean apart = domain.readiness().size() > 1;
    for (PolicyReadiness readiness : domain.readiness()) {
      List<Saying> sentences = new ArrayList<>();
      sentences.add(apart ? which(readiness) : ready(readiness));
      sentences.addAll(cost(readiness));
      out.wrapped(language.say(sentences));
      blockers.write(readiness);
    }
    if (domain.tally().quarantined() > 0 || domain.tally().rejected() > 0) {
      out.wrapped(
          language.say(
              PolicyPhrase.TREATED.of(domain.tally().quarantined(), domain.tally().rejected())));
    }
    tightening();
  }

  private Saying which(PolicyReadiness readiness) {
    PolicyPhrase which =
        switch (readiness.tag()) {
          case P -> PolicyPhrase.ITSELF;
          case SP -> PolicyPhrase.BELOW;
          case NP -> PolicyPhrase.BELOW_NOT_EXISTING;
        };
    return which.of(Words.name(domain.domain()), ready(readiness));
  }

  private Saying ready(PolicyReadiness readiness) {
    String tag = readiness.tag().word() + "=";
    String published =
        readiness
            .published()
            .map(p -> tag + Codes.word(p))
            .orElseGet(() -> language.say(PolicyPhrase.NOTHING_KNOWN));
    if (domain.silent()) {
      return PolicyPhrase.SILENT.of(readiness.tag().word(), published);
    }
    if (readiness.readyFor().isEmpty()) {
      return PolicyPhrase.TOO_LITTLE_SEEN.of(
          Names.of(COMMA, shortages(readiness, language)), published);
    }
    Policy ready = readiness.readyFor().get();
    Policy now = readiness.published().orElse(Policy.NONE);
    if (now.compareTo(ready) > 0) {
      return readiness.ours() > 0
          ? PolicyPhrase.AT_RISK.of(published, tag + Codes.word(ready))
          : PolicyPhrase.PERHAPS_AT_RISK.of(published);
    }
    if (ready == Policy.NONE) {
      return PolicyPhrase.NOT_YET.of(published);
    }
    int days = domain.days().size();
    return now == ready
        ? PolicyPhrase.LOSES_NONE_AS_PUBLISHED.of(days, published)
        : PolicyPhrase.LOSES_NONE.of(days, tag + Codes.word(ready), published);
  }

  /** What is too little to judge by: {@code 3 of 14 days}, {@code 1 of 2 reporters}. */
  static List<String> shortages(PolicyReadiness readiness, Language language) {
    return readiness.shortages().stream().map(PolicyText::shortage).map(language::say).toList();
  }

  private static Saying shortage(Shortage shortage) {
    PolicyPhrase phrase =
        switch (shortage.of()) {
          case DAYS -> PolicyPhrase.SHORT_OF_DAYS;
          case REPORTERS -> PolicyPhrase.SHORT_OF_REPORTERS;
          case PASSING -> PolicyPhrase.SHORT_OF_PASSING;
        };
    return phrase.of(shortage.seen(), shortage.of().needed());
  }

  private static List<Saying> cost(PolicyReadiness readiness) {
    List<Saying> sentences = new ArrayList<>();
    cost(PolicyPhrase.OURS, readiness.ours(), sentences);
    cost(PolicyPhrase.UNDECIDED, readiness.perhapsOurs(), sentences);
    cost(PolicyPhrase.OTHERS, readiness.others(), sentences);
    return sentences;
  }

  private static void cost(PolicyPhrase phrase, long messages, List<Saying> to) {
    if (messages > 0) {
      to.add(phrase.of(messages));
    }
  }

  private void tightening() {
    List<Tightening> all = domain.tightenings();
    if (all.isEmpty()) {
      return;
    }
    if (all.stream().allMatch(one -> one.lostMax() == 0)) {
      List<String> tags = all.stream().map(Tightening::tag).toList();
      out.wrapped(language.say(PolicyPhrase.TIGHTER_LOSES_NONE.of(Names.of(OR, tags))));
    } else {
      List<String> losses = all.stream().map(PolicyText::loss).map(language::say).toList();
      out.wrapped(language.say(PolicyPhrase.TIGHTER_LOSES.of(Numbers.series(losses))));
    }
  }

  private static Saying loss(Tightening tightening) {
    long least = tightening.lostMin();
    long most = tightening.lostMax();
    if (most == 0) {
      return PolicyPhrase.LOSS_NONE.of(tightening.tag());
    }
    return least == most
        ? PolicyPhrase.LOSS.of(most, tightening.tag())
        : PolicyPhrase.LOSS_BETWEEN.of(least, most, tightening.tag());
  }
}
