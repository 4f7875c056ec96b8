package dmarcreports.analysis;

import java.util.Locale;

/** What kind of failure it is, by raw results alone: the headline for people in a hurry. */
public enum Failure {
  /** SPF passes for a domain that does not align; no signature passes. */
  SPF_ALIGNMENT,
  /** A signature passes for a domain that does not align; SPF does not pass. */
  DKIM_ALIGNMENT,
  /** Both pass, neither aligns. */
  SPF_AND_DKIM_ALIGNMENT,
  /** Nothing passes. */
  AUTHENTICATION,
  /** The receiver contradicts its own evidence. */
  UNEXPLAINED,
  /** The messages do not fail. */
  NONE;

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
