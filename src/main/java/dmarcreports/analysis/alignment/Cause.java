package dmarcreports.analysis.alignment;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Why one mechanism, SPF or DKIM, did or did not align with the Author Domain (RFC 9989, 4.4). The
 * order of precedence is {@link #SPF_ORDER} and {@link #DKIM_ORDER}; they differ in that a broken
 * signature of our own outranks a foreign pass, while SPF has but one identity.
 */
public enum Cause {
  /** The receiver says that it matched and shows no proof. */
  REPORT_PASS_UNSUPPORTED(l -> l.saysPass() && !l.provesPass()),
  /** The data look fine and the receiver says no. */
  REPORT_FAIL_CONTRADICTED(l -> l.saysFail() && l.provesPass()),
  /** Proven, same domain. */
  ALIGNED_EXACT(l -> l.hasExactPass()),
  /** Proven, same organization. */
  ALIGNED_ORG(l -> l.hasOwnPass() && l.isRelaxed()),
  /** Proven by a sister domain, and the record demands an identical name. */
  STRICT_ONLY(l -> l.hasOwnPass()),
  /** Proven, for somebody else's domain. */
  PASS_FOREIGN(l -> l.hasForeign(Outcome.PASS)),
  /** DKIM: the mail changed, or the key is another. SPF: the server is not on the list. */
  OWN_FAIL(l -> l.hasOwn(Outcome.FAIL)),
  /** The server is not on the list. */
  OWN_SOFTFAIL(l -> l.hasOwn(Outcome.SOFTFAIL)),
  /** The list takes no position, or the form of the signature is not accepted. */
  OWN_NEUTRAL(l -> l.hasOwn(Outcome.NEUTRAL)),
  /** No list is published. */
  OWN_NONE(l -> l.hasOwn(Outcome.NONE)),
  /** The list is broken, or the key is missing or malformed. */
  OWN_PERMERROR(l -> l.hasOwn(Outcome.PERMERROR)),
  /** DNS did not answer. */
  OWN_TEMPERROR(l -> l.hasOwn(Outcome.TEMPERROR)),
  /** The receiver does not accept it. */
  OWN_POLICY(l -> l.hasOwn(Outcome.POLICY)),
  /** Neither proven nor ours. */
  FAIL_FOREIGN(l -> l.hasForeignFailure()),
  /** Not signed, not checked, or nothing that the reporter tells. */
  MISSING(l -> true);

  static final List<Cause> SPF_ORDER =
      List.of(
          REPORT_PASS_UNSUPPORTED,
          REPORT_FAIL_CONTRADICTED,
          ALIGNED_EXACT,
          ALIGNED_ORG,
          STRICT_ONLY,
          PASS_FOREIGN,
          OWN_FAIL,
          OWN_SOFTFAIL,
          OWN_NEUTRAL,
          OWN_NONE,
          OWN_PERMERROR,
          OWN_TEMPERROR,
          OWN_POLICY,
          FAIL_FOREIGN,
          MISSING);

  static final List<Cause> DKIM_ORDER =
      List.of(
          REPORT_PASS_UNSUPPORTED,
          REPORT_FAIL_CONTRADICTED,
          ALIGNED_EXACT,
          ALIGNED_ORG,
          STRICT_ONLY,
          OWN_PERMERROR,
          OWN_FAIL,
          OWN_TEMPERROR,
          OWN_NEUTRAL,
          OWN_POLICY,
          PASS_FOREIGN,
          FAIL_FOREIGN,
          MISSING);

  private final Predicate<Leg> matches;

  Cause(Predicate<Leg> matches) {
    this.matches = matches;
  }

  /** Why a leg did or did not align: the first that applies. */
  static Cause of(Leg leg) {
    for (Cause cause : leg.mechanism() == Mechanism.SPF ? SPF_ORDER : DKIM_ORDER) {
      if (cause.matches.test(leg)) {
        return cause;
      }
    }
    throw new IllegalStateException("no cause: " + leg);
  }

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the evidence itself proves alignment. */
  public boolean isAligned() {
    return this == ALIGNED_EXACT || this == ALIGNED_ORG;
  }

  /** Whether somebody claims an identity of ours and does not prove it. */
  public boolean isOwn() {
    return compareTo(OWN_FAIL) >= 0 && compareTo(OWN_POLICY) <= 0;
  }

  /** Whether the receiver contradicts its own evidence. */
  public boolean isInconsistent() {
    return this == REPORT_PASS_UNSUPPORTED || this == REPORT_FAIL_CONTRADICTED;
  }
}
