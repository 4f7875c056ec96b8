package dmarcreports.output;

import static java.util.stream.Collectors.joining;

import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.sums.Shortage;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.analysis.sums.Tightening;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The policy of one domain: the one that is published, and the one that could be. */
final class PolicyText {
  private static final int WHOLE = 100;
  private static final int BLOCKERS = 10;
  private final DomainFindings domain;
  private final Paragraphs out;
  private final Map<String, List<StreamFindings>> failing;

  private PolicyText(DomainFindings domain, Paragraphs out) {
    this.domain = domain;
    this.out = out;
    this.failing =
        domain.streams().stream()
            .filter(stream -> stream.tally().fail() > 0)
            .collect(Collectors.groupingBy(StreamFindings::sourceGroup));
  }

  /** What is published, and what it means. */
  static String published(PolicyPublished policy) {
    StringBuilder text = new StringBuilder("Policy published: ");
    text.append(
        policy
            .p()
            .map(p -> "p=" + word(p) + " (" + Words.of(p) + ")")
            .orElse("unknown, the reports do not tell"));
    Optional<Policy> sp = policy.sp().filter(s -> !policy.p().equals(Optional.of(s)));
    Optional<Policy> np =
        policy.np().filter(n -> !policy.sp().or(policy::p).equals(Optional.of(n)));
    sp.ifPresent(s -> text.append(", sp=" + word(s) + " for names below it"));
    np.ifPresent(n -> text.append(", np=" + word(n) + " for names that do not exist in DNS"));
    text.append('.');
    policy
        .pct()
        .filter(pct -> pct < WHOLE)
        .ifPresent(
            pct ->
                text.append(" pct=")
                    .append(pct)
                    .append(": by the old standard only ")
                    .append(pct)
                    .append(Paragraphs.GLUE)
                    .append("% of failing mail is treated so; the new one (RFC 9989) knows no")
                    .append(" pct."));
    if (policy.testing().orElse(false)) {
      text.append(
          " t=y (testing): receivers are asked to be one step softer, quarantine for reject and"
              + " none for quarantine.");
    }
    return text.toString();
  }

  static void write(DomainFindings domain, Paragraphs out) {
    new PolicyText(domain, out).write();
  }

  private void write() {
    out.heading("Policy: how strict it could be");
    boolean apart = domain.readiness().size() > 1;
    for (PolicyReadiness readiness : domain.readiness()) {
      out.wrapped(which(readiness, apart) + ready(readiness) + cost(readiness));
      blockers(readiness);
    }
    if (domain.tally().quarantined() > 0 || domain.tally().rejected() > 0) {
      out.wrapped(
          "Receivers say that they treated "
              + Numbers.counted(domain.tally().quarantined(), "message")
              + " as spam and refused "
              + domain.tally().rejected()
              + ".");
    }
    tightening();
  }

  private String which(PolicyReadiness readiness, boolean apart) {
    if (!apart) {
      return "";
    }
    String name = Words.name(domain.domain());
    return switch (readiness.tag()) {
      case "p" -> "For mail as " + name + " itself: ";
      case "sp" -> "For mail as names below " + name + ": ";
      default -> "For mail as names below " + name + " that do not exist: ";
    };
  }

  private String ready(PolicyReadiness readiness) {
    String tag = readiness.tag() + "=";
    String published = readiness.published().map(p -> tag + word(p)).orElse("nothing known");
    if (domain.silent()) {
      return "Nothing in these reports is proven to be mail of this domain: if it sends none, "
          + tag
          + "reject loses nothing; if it sends, find out first which of this is its mail. Published: "
          + published
          + ".";
    }
    if (!readiness.shortages().isEmpty()) {
      return "Too little is seen to judge by ("
          + shortages(readiness)
          + "). Published: "
          + published
          + ".";
    }
    Policy ready = Policy.valueOf(readiness.readyFor().toUpperCase(Locale.ROOT));
    Policy now = readiness.published().orElse(Policy.NONE);
    if (now.compareTo(ready) > 0) {
      return published
          + " is published, "
          + (readiness.ours() > 0
              ? "which puts mail that is believed to be yours at risk; the strictest that does not"
                  + " is "
                  + tag
                  + word(ready)
                  + "."
              : "and some of what it stops may be yours: find out whose that is before you change"
                  + " the policy for it.");
    }
    if (ready == Policy.NONE) {
      return published + " is published, and a stricter policy would not be safe yet.";
    }
    return period()
        + (now == ready ? published + ", as published," : tag + word(ready))
        + " would have lost no mail believed to be yours"
        + (now == ready ? "." : " (published: " + published + ").");
  }

  private String period() {
    return "In the " + Numbers.counted(domain.days().size(), "day") + " stored, ";
  }

  /** What is too little to judge by: {@code 3 of 14 days, 1 of 2 reporters}. */
  static String shortages(PolicyReadiness readiness) {
    return readiness.shortages().stream().map(PolicyText::shortage).collect(joining(", "));
  }

  /** {@code 3 of 14 days}. */
  private static String shortage(Shortage shortage) {
    String what =
        switch (shortage.of()) {
          case DAYS -> "days";
          case REPORTERS -> "reporters";
          case PASSING -> "messages that pass";
        };
    return shortage.seen() + " of " + shortage.of().needed() + " " + what;
  }

  private static String cost(PolicyReadiness readiness) {
    List<String> sentences = new ArrayList<>();
    if (readiness.ours() > 0) {
      sentences.add(
          " Quarantine or reject would have lost "
              + Numbers.counted(readiness.ours(), "failing message")
              + " believed to be yours.");
    }
    if (readiness.perhapsOurs() > 0) {
      sentences.add(
          " "
              + Numbers.counted(readiness.perhapsOurs(), "failing message")
              + (readiness.perhapsOurs() == 1 ? " is" : " are")
              + " undecided: the reports do not tell whose mail that is.");
    }
    if (readiness.others() > 0) {
      sentences.add(
          " "
              + Numbers.counted(readiness.others(), "failing message")
              + (readiness.others() == 1 ? " is" : " are")
              + " taken to be somebody else's: that is what a stricter policy stops.");
    }
    return String.join("", sentences);
  }

  private void blockers(PolicyReadiness readiness) {
    List<String> groups = readiness.blockedBy();
    if (groups.isEmpty()) {
      return;
    }
    out.wrapped(
        domain.silent()
            ? "In the way, should the domain send:"
            : readiness.readyFor().equals("none")
                ? "In the way, and why it is or may be yours:"
                : "In the way of reject, and why it may be yours:");
    groups.stream()
        .map(group -> new Blocker(group, failing(group, readiness)))
        .sorted(
            Comparator.comparingLong((Blocker b) -> -b.messages()).thenComparing(Blocker::group))
        .limit(BLOCKERS)
        .forEach(blocker -> out.wrapped("- ", "  ", blocker.text()));
    if (groups.size() > BLOCKERS) {
      out.wrapped("and " + (groups.size() - BLOCKERS) + " more; domains.csv lists them all");
    }
  }

  /** The failing mail of that group that stands in the way. */
  private List<StreamFindings> failing(String group, PolicyReadiness readiness) {
    List<StreamFindings> all =
        failing.getOrDefault(group, List.of()).stream()
            .filter(stream -> isGoverned(stream, readiness.tag()))
            .toList();
    List<StreamFindings> ours = of(Belonging.OURS, all);
    return ours.isEmpty() ? of(Belonging.PERHAPS_OURS, all) : ours;
  }

  private static List<StreamFindings> of(Belonging belonging, List<StreamFindings> streams) {
    return streams.stream().filter(s -> s.diagnosis().belonging() == belonging).toList();
  }

  private boolean isGoverned(StreamFindings stream, String tag) {
    boolean below =
        stream.diagnosis().headerFrom().filter(f -> f.isSubdomainOf(domain.domain())).isPresent();
    return domain.readiness().size() < 2 || below != tag.equals("p");
  }

  private void tightening() {
    if (domain.tightenings().isEmpty()) {
      return;
    }
    boolean free = domain.tightenings().stream().allMatch(t -> t.lostMax() == 0);
    String tags =
        domain.tightenings().stream().map(Tightening::tag).collect(Collectors.joining(" or "));
    List<String> losses = domain.tightenings().stream().map(PolicyText::loss).toList();
    out.wrapped(
        "Stricter alignment (the identical name, not only the same organization) would lose "
            + (free
                ? "nothing that passes now (" + tags + ")"
                : "of the messages that pass now " + Numbers.and(losses))
            + ".");
  }

  private static String loss(Tightening tightening) {
    return (tightening.lostMax() == 0
            ? "none"
            : tightening.lostMin() == tightening.lostMax()
                ? "" + tightening.lostMax()
                : "between " + tightening.lostMin() + " and " + tightening.lostMax())
        + " with "
        + tightening.tag();
  }

  private static String word(Policy policy) {
    return Tables.word(policy);
  }

  /** A source group in the way, with the failing mail for which it is. */
  private record Blocker(String group, List<StreamFindings> streams) {
    long messages() {
      return streams.stream().mapToLong(s -> s.tally().fail()).reduce(0, Tally::sum);
    }

    String text() {
      Optional<StreamFindings> largest =
          streams.stream().max(Comparator.comparingLong(s -> s.tally().fail()));
      String sender =
          largest
              .map(s -> s.diagnosis().sender())
              .filter(s -> !s.isEmpty() && !group.contains("/"))
              .orElse(Words.group(group));
      return sender
          + ", "
          + Numbers.counted(messages(), "message")
          + largest.map(s -> ": " + Words.believed(s.diagnosis())).orElse("");
    }
  }
}
