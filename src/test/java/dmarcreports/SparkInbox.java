package dmarcreports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reports of which some are there twice, some in conflict, some broken, in every kind of container;
 * what is known of a reporter or an address from one domain decides about another.
 */
final class SparkInbox {
  private static final long DAY = 86_400;

  private SparkInbox() {}

  /** Writes those from one number to before another: the same numbers are the same reports. */
  static void write(Path inbox, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      String xml = report(i, 0);
      String name = String.format("%05d", i);
      switch (i % 6) {
        case 0 -> Files.writeString(inbox.resolve(name + ".xml"), xml);
        case 1 -> Files.write(inbox.resolve(name + ".xml.gz"), gzip(xml));
        case 2 -> zip(inbox.resolve(name + ".zip"), xml, report(i, 1));
        case 3 -> Files.writeString(inbox.resolve(name + ".eml"), mail(xml));
        case 4 -> Files.writeString(inbox.resolve(name + ".mbox"), mbox(xml, report(i - 1, 0)));
        default -> Files.writeString(inbox.resolve(name), i % 5 == 0 ? "hello" : cut(xml));
      }
    }
  }

  private static String cut(String xml) {
    return xml.substring(0, xml.length() / 2);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void zip(Path file, String... texts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < texts.length; i++) {
        zip.putNextEntry(new ZipEntry(i + ".xml"));
        zip.write(texts[i].getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String mail(String xml) {
    return "From: dmarc@mx.example.net\nSubject: Report Domain\nContent-Type: text/xml\n\n" + xml;
  }

  private static String mbox(String... xmls) {
    StringBuilder mbox = new StringBuilder();
    for (String xml : xmls) {
      mbox.append("From dmarc@mx.example.net Thu Jan  1 00:00:00 2026\n").append(mail(xml));
      mbox.append('\n');
    }
    return mbox.toString();
  }

  /**
   * A report.
   *
   * @param version another one is in conflict with the first
   */
  private static String report(int number, int version) {
    boolean other = number % 4 == 3;
    String domain = other ? "other.example" : "d" + number % 9 + ".example";
    String reporter = "mx" + number % 7 + ".example.net";
    // whom nobody believes is known by what it says of the one domain and not of the others
    boolean lies = number % 7 == 3 && other;
    String shared = "198.51.100." + number % 5;
    return ReportXml.of(
        reporter,
        number,
        ReportXml.BEGIN + DAY * (number % 20),
        domain,
        record("192.0.2." + number % 30, 1 + number + version, domain, lies, domain),
        record(shared, 3, domain, lies, other ? "amazonses.com" : "mail" + number % 3 + ".invalid"),
        record("2001:db8::" + number % 11, 2, domain, false, "vendor.example"));
  }

  private static String record(String ip, long messages, String domain, boolean lies, String spf) {
    boolean aligned = spf.equals(domain) != lies;
    return """
        <record><row><source_ip>%s</source_ip><count>%d</count><policy_evaluated>
        <disposition>none</disposition><dkim>fail</dkim><spf>%s</spf></policy_evaluated></row>
        <identifiers><header_from>%s</header_from></identifiers>
        <auth_results><spf><domain>%s</domain><result>pass</result></spf></auth_results></record>
        """
        .formatted(ip, messages, aligned ? "pass" : "fail", domain, spf);
  }
}
