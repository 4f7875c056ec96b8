package dmarcreports.hostile;

/** A plain report, and others made from it. */
final class Report {
  static final String RECORD =
      """
      <record>
        <row><source_ip>192.0.2.1</source_ip><count>COUNT</count>
          <policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>
          </policy_evaluated></row>
        <identifiers><header_from>example.com</header_from></identifiers>
        <auth_results>
          <dkim><domain>example.com</domain><selector>s1</selector><result>pass</result></dkim>
          <spf><domain>bounce.example.com</domain><result>softfail</result></spf>
        </auth_results>
      </record>
      """;

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feedback>
      <report_metadata>
        <org_name>mx.example.net</org_name><email>dmarc@mx.example.net</email>
        <report_id>ID</report_id>
        <date_range><begin>1767225600</begin><end>1767311999</end></date_range>
      </report_metadata>
      <policy_published><domain>example.com</domain><adkim>r</adkim><aspf>r</aspf><p>none</p>
      </policy_published>
      """
          + RECORD
          + "</feedback>\n";

  private Report() {}

  static String xml(String id, long messages) {
    return XML.replace(">ID<", ">" + id + "<").replace("COUNT", Long.toString(messages));
  }

  /**
   * The report with some things replaced.
   *
   * @param replacements pairs of what is there and what stands in its place
   */
  static String with(String id, String... replacements) {
    String xml = xml(id, HostileFiles.MESSAGES);
    for (int i = 0; i < replacements.length; i += 2) {
      if (!xml.contains(replacements[i])) {
        throw new IllegalArgumentException(id + ": nothing like " + replacements[i]);
      }
      xml = xml.replace(replacements[i], replacements[i + 1]);
    }
    return xml;
  }

  /** What stands before the first record. */
  static String head(String id) {
    String xml = xml(id, 1);
    return xml.substring(0, xml.indexOf("<record>"));
  }

  static String record(String count) {
    return RECORD.replace("COUNT", count);
  }
}
