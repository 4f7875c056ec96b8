package dmarcreports;

/** The text of small reports in the shape of RFC 7489. */
public final class ReportXml {
  /** The first second of a day in 2026. */
  public static final long BEGIN = 1_767_225_600;

  private static final long A_DAY = 86_400;

  private ReportXml() {}

  /** One about the day that begins with that second. */
  public static String of(
      String reporter, Object id, long begin, String domain, String... records) {
    return """
        <feedback><report_metadata><org_name>%1$s</org_name><email>dmarc@%1$s</email>
        <report_id>%2$s</report_id><date_range><begin>%3$d</begin><end>%4$d</end></date_range>
        </report_metadata><policy_published><domain>%5$s</domain><adkim>r</adkim><aspf>r</aspf>
        <p>none</p></policy_published>%6$s</feedback>
        """
        .formatted(reporter, id, begin, begin + A_DAY - 1, domain, String.join("", records));
  }

  /** The same of a reporter and about a day that do not matter. */
  public static String of(Object id, String... records) {
    return of("mx.example.net", id, BEGIN, "example.com", records);
  }

  /** Messages that prove a domain by SPF, without a word of the receiver about them. */
  public static String record(String ip, long messages, String spf) {
    return """
        <record><row><source_ip>%s</source_ip><count>%d</count></row>
        <identifiers><header_from>example.com</header_from></identifiers>
        <auth_results><spf><domain>%s</domain><result>pass</result></spf></auth_results></record>
        """
        .formatted(ip, messages, spf);
  }
}
