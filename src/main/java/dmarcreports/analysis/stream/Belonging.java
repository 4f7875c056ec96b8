package dmarcreports.analysis.stream;

import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.Locale;

/**
 * Whose mail a stream is, as far as that is known. Every figure and every sentence about it goes by
 * this one answer; the three exclude each other, and all mail has one of them.
 */
public enum Belonging {
  /** Proven to be ours, or believed to be for a reason that is told. */
  OURS,
  /** Nobody knows: a forgotten tool, mail that was passed on, or a forger. */
  PERHAPS_OURS,
  /** The owner says so, or another organization's name fails SPF and nothing speaks for us. */
  NOT_OURS;

  static Belonging of(MailStream stream, StreamClass streamClass) {
    if (stream.isLabelled(Ownership.THEIRS)) {
      return NOT_OURS;
    }
    if (stream.isLabelled(Ownership.OURS)) {
      return OURS;
    }
    return switch (streamClass) {
      case HEALTHY,
          FORWARDED_OK,
          OK_DKIM_ONLY,
          OK_SPF_ONLY,
          STRICT_MODE,
          SES_DKIM_BROKEN,
          SES_UNALIGNED,
          VENDOR_UNALIGNED,
          OWN_DKIM,
          OWN_SPF ->
          OURS;
      case INVALID_FROM,
          REPORTER_INCONSISTENT,
          TRANSIENT,
          LIST_OR_FORWARD_BROKEN,
          UNKNOWN_THIRD_PARTY,
          UNKNOWN ->
          PERHAPS_OURS;
      case SPOOF_SUSPECT -> NOT_OURS;
    };
  }

  /** The word for it in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
