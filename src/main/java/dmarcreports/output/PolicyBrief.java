package dmarcreports.output;

import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.Optional;

/** The policy of one domain in two lines: the one that is published, and the one that could be. */
final class PolicyBrief {
  private static final int WHOLE = 100;
  private static final String INDENT = "  ";
  private static final String SILENT =
      "none of this mail is proven yours: reject loses nothing if the domain sends none";

  private final DomainFindings domain;

  private PolicyBrief(DomainFindings domain) {
    this.domain = domain;
  }

  static void write(DomainFindings domain, PolicyPublished published, Paragraphs out) {
    out.wrapped("", INDENT, "Policy: " + published(published));
    PolicyBrief brief = new PolicyBrief(domain);
    for (PolicyReadiness readiness : domain.readiness()) {
      out.wrapped(INDENT, INDENT, brief.line(readiness));
    }
  }

  private static String published(PolicyPublished policy) {
    StringBuilder tags = new StringBuilder();
    policy.p().ifPresent(p -> tags.append("p=").append(Tables.word(p)));
    policy
        .sp()
        .filter(sp -> !policy.p().equals(Optional.of(sp)))
        .ifPresent(sp -> tags.append(" sp=").append(Tables.word(sp)));
    policy
        .np()
        .filter(np -> !policy.sp().or(policy::p).equals(Optional.of(np)))
        .ifPresent(np -> tags.append(" np=").append(Tables.word(np)));
    policy.pct().filter(pct -> pct < WHOLE).ifPresent(pct -> tags.append(" pct=").append(pct));
    policy.testing().filter(yes -> yes).ifPresent(yes -> tags.append(" t=y"));
    boolean alone =
        policy.p().filter(p -> tags.toString().equals("p=" + Tables.word(p))).isPresent();
    return tags.isEmpty()
        ? "unknown, the reports do not tell."
        : tags.toString().strip() + (alone ? "; " + Words.of(policy.p().get()) + "." : ".");
  }

  private String line(PolicyReadiness readiness) {
    String ready = domain.silent() ? SILENT : judged(readiness);
    String which = domain.readiness().size() > 1 ? "For " + readiness.tag() + ": " : "";
    return which
        + (which.isEmpty() ? Character.toUpperCase(ready.charAt(0)) + ready.substring(1) : ready)
        + ".";
  }

  private String judged(PolicyReadiness readiness) {
    return switch (readiness.readyFor()) {
      case "none" -> notReady(readiness);
      case "quarantine" -> ready(readiness, Policy.QUARANTINE);
      case "reject" -> ready(readiness, Policy.REJECT);
      default ->
          "too little seen to judge a stricter one"
              + (readiness.shortages().isEmpty() ? "" : ": " + PolicyText.shortages(readiness));
    };
  }

  private static String notReady(PolicyReadiness readiness) {
    String lost =
        readiness.ours() > 0
            ? " loses " + Numbers.counted(readiness.ours(), "message") + " believed to be yours"
            : " may lose " + Numbers.counted(readiness.perhapsOurs(), "message") + " of yours";
    return atRisk(readiness, Policy.NONE)
        ? "at risk: " + published(readiness) + lost
        : "not stricter yet: quarantine" + lost;
  }

  private String ready(PolicyReadiness readiness, Policy ready) {
    String undecided = Numbers.counted(readiness.perhapsOurs(), "message") + " of yours";
    if (atRisk(readiness, ready)) {
      return "at risk: " + published(readiness) + " may lose " + undecided;
    }
    return "in "
        + Numbers.counted(domain.days().size(), "day")
        + " "
        + Tables.word(ready)
        + " would lose no mail believed yours"
        + (readiness.perhapsOurs() > 0 ? "; " + readiness.perhapsOurs() + " undecided" : "");
  }

  private static boolean atRisk(PolicyReadiness readiness, Policy ready) {
    return readiness.published().orElse(Policy.NONE).compareTo(ready) > 0;
  }

  private static String published(PolicyReadiness readiness) {
    return readiness.tag() + "=" + Tables.word(readiness.published().orElse(Policy.NONE));
  }
}
