package dmarcreports.output.text;

import static dmarcreports.analysis.saying.Names.Joint.COMMA;

import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.wording.PolicyWords;
import dmarcreports.output.wording.Published;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Words;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.Optional;

/** The policy of one domain in two lines: the one that is published, and the one that could be. */
final class PolicyBrief {
  private static final String INDENT = "  ";

  private final DomainFindings domain;
  private final Language language;

  private PolicyBrief(DomainFindings domain, Language language) {
    this.domain = domain;
    this.language = language;
  }

  static void write(
      DomainFindings domain, PolicyPublished published, Language language, Paragraphs out) {
    out.wrapped("", INDENT, language.say(published(published, language)));
    PolicyBrief brief = new PolicyBrief(domain, language);
    for (PolicyReadiness readiness : domain.readiness()) {
      out.wrapped(INDENT, INDENT, brief.line(readiness));
    }
  }

  private static Saying published(PolicyPublished policy, Language language) {
    String tags = Published.tags(policy);
    if (tags.isEmpty()) {
      return PolicyBriefPhrase.UNKNOWN.of();
    }
    Optional<Policy> alone = policy.p().filter(p -> tags.equals("p=" + Codes.word(p)));
    return alone
        .map(p -> PolicyBriefPhrase.PUBLISHED_AND_MEANT.of(tags, Words.of(p, language)))
        .orElseGet(() -> PolicyBriefPhrase.PUBLISHED.of(tags));
  }

  private String line(PolicyReadiness readiness) {
    String judged =
        language.say(domain.silent() ? PolicyBriefPhrase.SILENT.of() : judged(readiness));
    return language.say(
        domain.readiness().size() > 1
            ? PolicyBriefPhrase.OF_TAG.of(readiness.tag().word(), judged)
            : TextPhrase.SENTENCE.of(language.begun(judged)));
  }

  private Saying judged(PolicyReadiness readiness) {
    if (readiness.readyFor().isEmpty()) {
      return readiness.shortages().isEmpty()
          ? PolicyBriefPhrase.TOO_LITTLE_SEEN.of()
          : PolicyBriefPhrase.SHORT_OF.of(
              Names.of(COMMA, PolicyWords.shortages(readiness, language)));
    }
    Policy ready = readiness.readyFor().get();
    return ready == Policy.NONE ? notReady(readiness) : ready(readiness, ready);
  }

  private static Saying notReady(PolicyReadiness readiness) {
    boolean certain = readiness.ours() > 0;
    long lost = certain ? readiness.ours() : readiness.perhapsOurs();
    if (atRisk(readiness, Policy.NONE)) {
      PolicyBriefPhrase phrase =
          certain ? PolicyBriefPhrase.AT_RISK_LOSES : PolicyBriefPhrase.AT_RISK_MAY_LOSE;
      return phrase.of(published(readiness), lost);
    }
    return (certain ? PolicyBriefPhrase.NOT_YET_LOSES : PolicyBriefPhrase.NOT_YET_MAY_LOSE)
        .of(lost);
  }

  private Saying ready(PolicyReadiness readiness, Policy ready) {
    long undecided = readiness.perhapsOurs();
    if (atRisk(readiness, ready)) {
      return PolicyBriefPhrase.AT_RISK_MAY_LOSE.of(published(readiness), undecided);
    }
    int days = domain.days().size();
    return undecided > 0
        ? PolicyBriefPhrase.LOSES_NONE_UNDECIDED.of(days, Codes.word(ready), undecided)
        : PolicyBriefPhrase.LOSES_NONE.of(days, Codes.word(ready));
  }

  private static boolean atRisk(PolicyReadiness readiness, Policy ready) {
    return readiness.published().orElse(Policy.NONE).compareTo(ready) > 0;
  }

  private static String published(PolicyReadiness readiness) {
    return readiness.tag().word() + "=" + Codes.word(readiness.published().orElse(Policy.NONE));
  }
}
