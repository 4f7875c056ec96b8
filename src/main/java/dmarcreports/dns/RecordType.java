package dmarcreports.dns;

/** The types of records that mail authentication asks for. */
public enum RecordType {
  /** Text: DMARC, SPF and DKIM records. */
  TXT,
  /** An alias; also comes in answers that nobody asked for it. */
  CNAME,
  /** Where a domain receives mail. */
  MX,
  /** An IPv4 address. */
  A,
  /** An IPv6 address. */
  AAAA,
  /** The name of an address. */
  PTR,
  /** The servers of a zone. */
  NS
}
