package dmarcreports.xml;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.AuthResults.Scope;
import dmarcreports.report.DiscoveryMethod;
import dmarcreports.report.Disposition;
import dmarcreports.report.DkimResult;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyEvaluated.Override;
import dmarcreports.report.SpfResult;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of the format in the spellings of real reporters. Nothing else lets a word through. */
final class ReportedValues {
  static final Words<Policy> POLICY =
      new Words<>(
          Map.of("none", Policy.NONE, "quarantine", Policy.QUARANTINE, "reject", Policy.REJECT));

  static final Words<Disposition> DISPOSITION =
      new Words<>(
          Map.of(
              "none", Disposition.NONE,
              "pass", Disposition.PASS,
              "quarantine", Disposition.QUARANTINE,
              "reject", Disposition.REJECT));

  static final Words<AlignmentMode> ALIGNMENT_MODE =
      new Words<>(
          Map.of(
              "r", AlignmentMode.RELAXED,
              "s", AlignmentMode.STRICT),
          Map.of("relaxed", AlignmentMode.RELAXED, "strict", AlignmentMode.STRICT));

  static final Words<PolicyEvaluated.Verdict> VERDICT =
      new Words<>(
          Map.of("pass", PolicyEvaluated.Verdict.PASS, "fail", PolicyEvaluated.Verdict.FAIL));

  static final Words<Override> OVERRIDE =
      new Words<>(
          Map.of(
              "forwarded", Override.FORWARDED,
              "sampledout", Override.SAMPLED_OUT,
              "trustedforwarder", Override.TRUSTED_FORWARDER,
              "mailinglist", Override.MAILING_LIST,
              "localpolicy", Override.LOCAL_POLICY,
              "policytestmode", Override.POLICY_TEST_MODE,
              "other", Override.OTHER));

  static final Words<DkimResult> DKIM_RESULT =
      new Words<>(
          Map.of(
              "none", DkimResult.NONE,
              "pass", DkimResult.PASS,
              "fail", DkimResult.FAIL,
              "policy", DkimResult.POLICY,
              "neutral", DkimResult.NEUTRAL,
              "temperror", DkimResult.TEMPERROR,
              "permerror", DkimResult.PERMERROR),
          // a key or signature that cannot be used
          Map.of("invalid", DkimResult.PERMERROR));

  static final Words<SpfResult> SPF_RESULT =
      new Words<>(
          Map.of(
              "none", SpfResult.NONE,
              "neutral", SpfResult.NEUTRAL,
              "pass", SpfResult.PASS,
              "fail", SpfResult.FAIL,
              "softfail", SpfResult.SOFTFAIL,
              "temperror", SpfResult.TEMPERROR,
              "permerror", SpfResult.PERMERROR,
              "policy", SpfResult.POLICY),
          Map.of("hardfail", SpfResult.FAIL));

  static final Words<Scope> SCOPE =
      new Words<>(
          Map.of("mfrom", Scope.MFROM, "helo", Scope.HELO), Map.of("mailfrom", Scope.MFROM));

  static final Words<Boolean> TESTING =
      new Words<>(Map.of("y", true, "n", false), Map.of("yes", true, "no", false));

  static final Words<DiscoveryMethod> DISCOVERY_METHOD =
      new Words<>(Map.of("psl", DiscoveryMethod.PSL, "treewalk", DiscoveryMethod.TREEWALK));

  private ReportedValues() {}

  /** A closed set of words: read in any case, with or without hyphens, underscores and blanks. */
  static final class Words<T> {
    private final Map<String, Optional<T>> own = new HashMap<>();
    private final Map<String, Optional<T>> standingFor = new HashMap<>();

    private Words(Map<String, T> own) {
      this(own, Map.of());
    }

    /**
     * @param own the format's own words
     * @param standingFor words of reporters that can mean only one of them
     */
    private Words(Map<String, T> own, Map<String, T> standingFor) {
      own.forEach((word, meaning) -> this.own.put(word, Optional.of(meaning)));
      standingFor.forEach((word, meaning) -> this.standingFor.put(word, Optional.of(meaning)));
    }

    /** What a reported word means; empty where it is none of the set. */
    Optional<T> read(String reported) {
      String word = own.containsKey(reported) ? reported : fold(reported);
      return own.getOrDefault(word, standingFor.getOrDefault(word, Optional.empty()));
    }

    /** Whether a word is the format's own, in whatever case. */
    boolean isOwn(String reported) {
      return own.containsKey(reported) || own.containsKey(fold(reported));
    }

    private static String fold(String reported) {
      String lower = reported.strip().toLowerCase(Locale.ROOT);
      return lower.replace("-", "").replace("_", "").replace(" ", "");
    }
  }
}
