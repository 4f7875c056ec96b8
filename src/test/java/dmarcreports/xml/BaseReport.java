package dmarcreports.xml;

/** A report without deviations in the shape of RFC 7489, and others made from it. */
final class BaseReport {
  static final String RECORD =
      """
      <record>
        <row>
          <source_ip>192.0.2.1</source_ip>
          <count>3</count>
          <policy_evaluated>
            <disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>
          </policy_evaluated>
        </row>
        <identifiers>
          <envelope_from>bounce.example.com</envelope_from>
          <header_from>example.com</header_from>
        </identifiers>
        <auth_results>
          <dkim>
            <domain>example.com</domain><selector>s1</selector><result>pass</result>
          </dkim>
          <spf>
            <domain>bounce.example.com</domain><scope>mfrom</scope><result>softfail</result>
          </spf>
        </auth_results>
      </record>
      """;

  static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feedback>
      <version>1.0</version>
      <report_metadata>
        <org_name>Receiver</org_name>
        <email>dmarc@receiver.example</email>
        <report_id>r-1</report_id>
        <date_range><begin>1700000000</begin><end>1700086399</end></date_range>
      </report_metadata>
      <policy_published>
        <domain>example.com</domain>
        <adkim>s</adkim><aspf>s</aspf><p>none</p><sp>reject</sp><pct>100</pct><fo>1</fo>
      </policy_published>
      """
          + RECORD
          + "</feedback>\n";

  private BaseReport() {}

  /**
   * The base report with other XML in the place of one element.
   *
   * @param path the element, such as {@code row/count}
   */
  static String with(String path, String xml) {
    return with(XML, path, xml);
  }

  static String with(String report, String path, String xml) {
    int start = 0;
    String name = "";
    for (String step : path.split("/")) {
      name = step;
      start = report.indexOf("<" + step + ">", start);
      if (start < 0) {
        throw new IllegalArgumentException("no element " + path);
      }
    }
    String close = "</" + name + ">";
    int end = report.indexOf(close, start) + close.length();
    return report.substring(0, start) + xml + report.substring(end);
  }
}
