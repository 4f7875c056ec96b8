package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** What a mail stream is: the decision table. The first row that matches counts. */
public enum StreamClass {
  /** From names no domain or several: DMARC does not apply. */
  INVALID_FROM(s -> s.key().authorDomain().isEmpty()),
  /** The receiver contradicts its own evidence, and the verdict hangs on it. */
  REPORTER_INCONSISTENT(s -> s.contradictionDecides()),
  /** Both legs are aligned. */
  HEALTHY(s -> s.spfPasses() && s.dkimPasses()),
  /** Somebody passed the mail on; the signature survived. */
  FORWARDED_OK(s -> s.dkimPasses() && s.isForwarded()),
  /** Proven by the signature alone. */
  OK_DKIM_ONLY(s -> s.dkimPasses()),
  /** Proven by the sending server alone. */
  OK_SPF_ONLY(s -> s.spfPasses()),
  /** DNS did not answer. */
  TRANSIENT(failing(s -> s.isTransient())),
  /** Genuine, and the record is stricter than the mail. */
  STRICT_MODE(failing(s -> s.isStrictOnly())),
  /** Amazon SES signs for us, and receivers cannot verify it. */
  SES_DKIM_BROKEN(failing(s -> s.isSes() && s.dkimCause().isOwn())),
  /** Amazon SES vouches in its own name. */
  SES_UNALIGNED(failing(s -> s.isSes())),
  /** Another service vouches in its own name. */
  VENDOR_UNALIGNED(failing(s -> s.sender().service().isPresent())),
  /** A list or a forwarder changed the mail. */
  LIST_OR_FORWARD_BROKEN(failing(s -> s.isPassedOnBroken())),
  /** Our signature is broken. */
  OWN_DKIM(failing(s -> s.isOurBrokenSignature())),
  /** Our server is not on our list, or the list is broken. */
  OWN_SPF(failing(s -> s.isOurUnlistedServer())),
  /** An organization that we do not know proves itself, and not us. */
  UNKNOWN_THIRD_PARTY(failing(s -> s.sender().stranger().isPresent())),
  /** Somebody else used our name. */
  SPOOF_SUSPECT(s -> s.isLabelled(Ownership.THEIRS) || s.isForeignClaim()),
  /** The reports cannot tell. */
  UNKNOWN(s -> true);

  private final Predicate<MailStream> matches;

  StreamClass(Predicate<MailStream> matches) {
    this.matches = matches;
  }

  static StreamClass of(MailStream stream) {
    return Arrays.stream(values()).filter(c -> c.matches.test(stream)).findFirst().orElseThrow();
  }

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether mail of that class is ours, or very likely so, and would be lost. */
  boolean isOurs() {
    return switch (this) {
      case STRICT_MODE, SES_DKIM_BROKEN, SES_UNALIGNED, VENDOR_UNALIGNED, OWN_DKIM, OWN_SPF -> true;
      case INVALID_FROM,
          REPORTER_INCONSISTENT,
          HEALTHY,
          FORWARDED_OK,
          OK_DKIM_ONLY,
          OK_SPF_ONLY,
          TRANSIENT,
          LIST_OR_FORWARD_BROKEN,
          UNKNOWN_THIRD_PARTY,
          SPOOF_SUSPECT,
          UNKNOWN ->
          false;
    };
  }

  /** What the owner calls theirs is no failure of ours. */
  private static Predicate<MailStream> failing(Predicate<MailStream> row) {
    return s -> !s.passes() && !s.isLabelled(Ownership.THEIRS) && row.test(s);
  }
}
