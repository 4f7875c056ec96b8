package dmarcreports.mailbox.imap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails with one report each, by number. */
public final class RuaMails {
  private RuaMails() {}

  public static byte[] report(int number) {
    return report(number, 1);
  }

  /** One whose report has so many records. */
  public static byte[] report(int number, int records) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < records; i++) {
      all.append(
          "<record><row><source_ip>192.0.2."
              + i % 250
              + "</source_ip><count>"
              + (1 + number)
              + "</count></row><identifiers><header_from>example.com</header_from></identifiers>"
              + "<auth_results><spf><domain>a.example</domain><result>pass</result></spf>"
              + "</auth_results></record>");
    }
    return mail(
        number,
        "<feedback><report_metadata><org_name>mx.example.net</org_name><report_id>"
            + number
            + "</report_id><date_range><begin>1767225600</begin><end>1767311999</end></date_range>"
            + "</report_metadata><policy_published><domain>example.com</domain><p>none</p>"
            + "</policy_published>"
            + all
            + "</feedback>");
  }

  /** One whose report ends too early. */
  public static byte[] broken(int number) {
    String whole = new String(report(number), StandardCharsets.US_ASCII);
    return mail(number, "<feedback><report_metadata><org_name>" + whole.length());
  }

  /** One without a report. */
  public static byte[] ordinary(int number) {
    return ("From: a@example.org\r\nSubject: lunch " + number + "\r\n\r\nAt noon?\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] mail(int number, String document) {
    String attachment =
        Base64.getMimeEncoder().encodeToString(document.getBytes(StandardCharsets.US_ASCII));
    return ("From: dmarc@mx.example.net\r\nTo: rua@example.com\r\nSubject: Report "
            + number
            + "\r\nMessage-ID: <"
            + number
            + "@mx.example.net>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;"
            + " boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/xml; name=\"r.xml\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + attachment
            + "\r\n--b--\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
