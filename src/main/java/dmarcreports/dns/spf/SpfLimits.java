package dmarcreports.dns.spf;

/** How much receivers do for one check (RFC 7208, 4.6.4). */
public final class SpfLimits {
  /** So many terms that ask DNS, those of included records among them. */
  public static final int MAX_LOOKUPS = 10;

  /** So many questions to which nothing is there. */
  public static final int MAX_VOIDS = 2;

  /** So many MX of one name; with more, the record is refused. */
  public static final int MAX_EXCHANGES = 10;

  /** So many names of one address; more are not looked at. */
  public static final int MAX_NAMES = 10;

  private SpfLimits() {}
}
