package dmarcreports.output.wording;

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
import dmarcreports.report.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How strict the policy of one domain could be, and what it would cost. */
public final class PolicyWords {
  private final DomainFindings domain;
  private final Language language;
  private final Blockers blockers;

  public PolicyWords(DomainFindings domain, Language language) {
    this.domain = domain;
    this.language = language;
    this.blockers = new Blockers(domain, language);
  }

  /** How strict it could be by one tag of the record, and what that would cost. */
  public String judged(PolicyReadiness readiness) {
    List<Saying> sentences = new ArrayList<>();
    sentences.add(domain.readiness().size() > 1 ? which(readiness) : ready(readiness));
    sentences.addAll(cost(readiness));
    return language.say(sentences);
  }

  /** What stands in the way of it; empty where nothing does. */
  public Optional<Listed> inTheWay(PolicyReadiness readiness) {
    return blockers.of(readiness);
  }

  /** What receivers did, and what stricter alignment would lose. */
  public List<String> besides() {
    List<Saying> sentences = new ArrayList<>();
    if (domain.tally().quarantined() > 0 || domain.tally().rejected() > 0) {
      sentences.add(
          PolicyPhrase.TREATED.of(domain.tally().quarantined(), domain.tally().rejected()));
    }
    tightening().ifPresent(sentences::add);
    return sentences.stream().map(language::say).toList();
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
  public static List<String> shortages(PolicyReadiness readiness, Language language) {
    return readiness.shortages().stream().map(PolicyWords::shortage).map(language::say).toList();
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

  private Optional<Saying> tightening() {
    List<Tightening> all = domain.tightenings();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    if (all.stream().allMatch(one -> one.lostMax() == 0)) {
      List<String> tags = all.stream().map(Tightening::tag).toList();
      return Optional.of(PolicyPhrase.TIGHTER_LOSES_NONE.of(Names.of(OR, tags)));
    }
    List<String> losses = all.stream().map(PolicyWords::loss).map(language::say).toList();
    return Optional.of(PolicyPhrase.TIGHTER_LOSES.of(Numbers.series(losses)));
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
