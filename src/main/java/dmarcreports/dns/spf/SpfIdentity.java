package dmarcreports.dns.spf;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;

/**
 * Whose right to send is checked (RFC 7208, 4.1).
 *
 * @param ip the client
 * @param localPart of the sender; {@code postmaster} where there is none (RFC 7208, 4.3)
 * @param domain of the sender, as it was said, which may be no domain
 * @param helo how the client called itself
 */
public record SpfIdentity(SourceIp ip, String localPart, String domain, String helo) {
  private static final String POSTMASTER = "postmaster";

  /** No more of a name or a local part counts; SMTP allows less (RFC 5321, 4.5.3.1). */
  private static final int MAX_LENGTH = 1024;

  private static final int FIRST_NOT_ASCII = 0x80;

  /** Keeps as much of the texts as can count. */
  public SpfIdentity {
    localPart = localPart.isEmpty() ? POSTMASTER : cut(localPart);
    domain = ascii(cut(domain));
    helo = ascii(cut(helo));
  }

  /** Mail from a domain, of nobody in particular. */
  public static SpfIdentity of(SourceIp ip, DomainName domain) {
    return new SpfIdentity(ip, POSTMASTER, domain.text(), domain.text());
  }

  /**
   * Mail of a sender.
   *
   * @param mailFrom the address in MAIL FROM; empty for a bounce, where HELO counts (RFC 7208, 2.4)
   */
  public static SpfIdentity of(SourceIp ip, String mailFrom, String helo) {
    if (mailFrom.isEmpty()) {
      return new SpfIdentity(ip, POSTMASTER, helo, helo);
    }
    int at = mailFrom.lastIndexOf('@');
    String localPart = at < 0 ? "" : mailFrom.substring(0, at);
    return new SpfIdentity(ip, localPart, mailFrom.substring(at + 1), helo);
  }

  /** The sender's address. */
  public String sender() {
    return localPart + "@" + domain;
  }

  /** A name in U-labels is asked for in A-labels (RFC 7208, 4.3). */
  private static String ascii(String name) {
    return name.chars().allMatch(c -> c < FIRST_NOT_ASCII)
        ? name
        : DomainName.parse(name).map(DomainName::text).orElse(name);
  }

  private static String cut(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }
}
