package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import java.util.Locale;

/** How sure a diagnosis is, from the surest. */
public enum Confidence {
  CERTAIN,
  LIKELY,
  GUESS;

  static Confidence of(MailStream stream, StreamClass streamClass) {
    boolean labelled = stream.isLabelled(Ownership.OURS) || stream.isLabelled(Ownership.THEIRS);
    return switch (streamClass) {
      case INVALID_FROM,
          REPORTER_INCONSISTENT,
          HEALTHY,
          OK_DKIM_ONLY,
          OK_SPF_ONLY,
          STRICT_MODE,
          SES_UNALIGNED ->
          CERTAIN;
      case SES_DKIM_BROKEN -> ofBrokenSignature(stream);
      case FORWARDED_OK, TRANSIENT -> LIKELY;
      case LIST_OR_FORWARD_BROKEN -> stream.testimony() || stream.knownForwarder() ? LIKELY : GUESS;
      case VENDOR_UNALIGNED, OWN_SPF -> labelled ? CERTAIN : LIKELY;
      case OWN_DKIM -> stream.ownSignature().orElse(GUESS);
      case SPOOF_SUSPECT -> labelled ? CERTAIN : GUESS;
      case UNKNOWN_THIRD_PARTY, UNKNOWN -> GUESS;
    };
  }

  /** DNS errors over days are a missing key; the other odd results may be anything. */
  private static Confidence ofBrokenSignature(MailStream stream) {
    if (stream.keyMissing()) {
      return LIKELY;
    }
    boolean plain =
        stream.dkimCause() == Cause.OWN_PERMERROR || stream.dkimCause() == Cause.OWN_FAIL;
    return plain ? CERTAIN : GUESS;
  }

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
