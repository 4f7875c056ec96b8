package dmarcreports.output.wording;

import static dmarcreports.analysis.saying.Names.Joint.COMMA;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The policy that a domain publishes: its tags, and those that say nothing new left out. */
public final class Published {
  private static final int WHOLE = 100;

  private Published() {}

  /** What is published, and what it means, in sentences. */
  public static String of(PolicyPublished policy, Language language) {
    List<Saying> tags = new ArrayList<>();
    tags.add(
        policy
            .p()
            .map(p -> PublishedPhrase.P.of(Codes.word(p), Words.of(p, language)))
            .orElseGet(PublishedPhrase.P_UNKNOWN::of));
    sp(policy).ifPresent(sp -> tags.add(PublishedPhrase.SP.of(Codes.word(sp))));
    np(policy).ifPresent(np -> tags.add(PublishedPhrase.NP.of(Codes.word(np))));
    List<Saying> sentences = new ArrayList<>();
    List<String> said = tags.stream().map(language::say).toList();
    sentences.add(PublishedPhrase.PUBLISHED.of(Names.of(COMMA, said)));
    pct(policy).ifPresent(pct -> sentences.add(PublishedPhrase.PCT.of(pct)));
    if (policy.testing().orElse(false)) {
      sentences.add(PublishedPhrase.TESTING.of());
    }
    return language.say(sentences);
  }

  /** The tags as the record has them; empty where the reports tell of none. */
  public static String tags(PolicyPublished policy) {
    List<String> tags = new ArrayList<>();
    policy.p().ifPresent(p -> tags.add("p=" + Codes.word(p)));
    sp(policy).ifPresent(sp -> tags.add("sp=" + Codes.word(sp)));
    np(policy).ifPresent(np -> tags.add("np=" + Codes.word(np)));
    pct(policy).ifPresent(pct -> tags.add("pct=" + pct));
    policy.testing().filter(yes -> yes).ifPresent(yes -> tags.add("t=y"));
    return String.join(" ", tags);
  }

  /** Where it is another than that of the domain itself. */
  private static Optional<Policy> sp(PolicyPublished policy) {
    return policy.sp().filter(sp -> !policy.p().equals(Optional.of(sp)));
  }

  /** Where it is another than that of the names that exist. */
  private static Optional<Policy> np(PolicyPublished policy) {
    return policy.np().filter(np -> !policy.sp().or(policy::p).equals(Optional.of(np)));
  }

  private static Optional<Integer> pct(PolicyPublished policy) {
    return policy.pct().filter(pct -> pct < WHOLE);
  }
}
