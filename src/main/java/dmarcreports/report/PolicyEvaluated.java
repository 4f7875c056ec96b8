package dmarcreports.report;

import java.util.List;
import java.util.Optional;

/**
 * The receiver's verdict on some messages (RFC 9990, {@code policy_evaluated}). Absent where it
 * wrote nothing, or a word that is no verdict.
 *
 * @param dkim whether an aligned DKIM identifier passed
 * @param spf whether an aligned SPF identifier passed
 */
public record PolicyEvaluated(
    Optional<Disposition> disposition,
    Optional<Verdict> dkim,
    Optional<Verdict> spf,
    List<Reason> reasons) {

  /** Keeps its own copy of the list. */
  public PolicyEvaluated {
    reasons = List.copyOf(reasons);
  }

  /** Aligned and authenticated, or not. */
  public enum Verdict {
    PASS,
    FAIL
  }

  /** Why the receiver departed from the policy: those of RFC 7489 and of RFC 9990. */
  @SuppressWarnings("JavaLangClash") // the word of both RFCs
  public enum Override {
    FORWARDED,
    SAMPLED_OUT,
    TRUSTED_FORWARDER,
    MAILING_LIST,
    LOCAL_POLICY,
    POLICY_TEST_MODE,
    OTHER
  }

  /**
   * One reason for an override.
   *
   * @param type {@link Override#OTHER} also for words of the reporter's own
   */
  public record Reason(Optional<Override> type, Optional<String> comment) {}
}
