package dmarcreports.output.text;

import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.PolicyPhrase;
import dmarcreports.output.wording.PolicyWords;

/** How strict the policy of one domain could be, and what it would cost. */
final class PolicyText {
  private PolicyText() {}

  static void write(DomainFindings domain, Language language, Paragraphs out) {
    out.heading(language.say(PolicyPhrase.HEADING));
    PolicyWords words = new PolicyWords(domain, language);
    for (PolicyReadiness readiness : domain.readiness()) {
      out.wrapped(words.judged(readiness));
      words.inTheWay(readiness).ifPresent(blockers -> ListText.write(blockers, out));
    }
    words.besides().forEach(out::wrapped);
  }
}
