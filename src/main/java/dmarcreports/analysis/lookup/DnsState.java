package dmarcreports.analysis.lookup;

import java.util.Locale;

/** What DNS shows of the records of an action. */
public enum DnsState {
  /** None of them is there. */
  ABSENT,
  /** All of them are. */
  PRESENT,
  /** Some of them are not, or something else is there in their place. */
  DIFFERENT,
  /** It cannot be told. */
  UNKNOWN;

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
