package dmarcreports.dns.dmarc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tags of a DMARC record (RFC 9989, 4.7), and those that only RFC 7489 knew (6.3). */
public enum DmarcTag {
  V(""),
  P(""),
  SP(""),
  NP(""),
  ADKIM("r"),
  ASPF("r"),
  T("n"),
  PSD("u"),
  FO("0"),
  RUA(""),
  RUF(""),
  /** How many of a hundred failing mails the policy is for; 7489 only. */
  PCT("100"),
  /** The format of failure reports; 7489 only. */
  RF("afrf"),
  /** Seconds between reports; 7489 only. */
  RI("86400");

  private final String usual;

  DmarcTag(String usual) {
    this.usual = usual;
  }

  /** As it is written. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value that counts where the tag is not there; empty where there is none. */
  public Optional<String> usual() {
    return usual.isEmpty() ? Optional.empty() : Optional.of(usual);
  }

  /** Whether RFC 9989 has removed it (Appendix A.6). */
  public boolean isRemoved() {
    return this == PCT || this == RF || this == RI;
  }

  /** The tag of that name, which is in lower case. */
  public static Optional<DmarcTag> named(String name) {
    return Arrays.stream(values()).filter(tag -> tag.text().equals(name)).findFirst();
  }
}
