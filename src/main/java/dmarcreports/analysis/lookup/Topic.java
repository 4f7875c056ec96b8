package dmarcreports.analysis.lookup;

/** What a finding is about, in the order in which they are told. */
public enum Topic {
  /** The DMARC record, and which one is found (RFC 9989, 4.10). */
  DMARC,
  /** The SPF record of a name that mail uses (RFC 7208). */
  SPF,
  /** A custom MAIL FROM domain of Amazon SES. */
  MAIL_FROM,
  /** The key of a selector (RFC 6376). */
  DKIM,
  /** What the reports show beside what DNS shows now. */
  REPORTS
}
