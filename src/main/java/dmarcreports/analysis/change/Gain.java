package dmarcreports.analysis.change;

import java.util.Locale;

/** What becomes of a failing message when something is changed. */
public enum Gain {
  /** It goes on failing. */
  NO,
  /** The reports cannot tell. */
  MAYBE,
  /** It passes. */
  YES;

  Gain atMost(Gain other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Gain or(Gain other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The word for it in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
