package dmarcreports.analysis.change;

import java.util.Locale;

/** How sure a diagnosis is, from the surest. */
public enum Confidence {
  CERTAIN,
  LIKELY,
  GUESS;

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
