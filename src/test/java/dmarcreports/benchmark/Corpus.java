package dmarcreports.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mailboxes to measure on: example domains, documentation addresses, the same for each seed. */
final class Corpus {
  private static final long SEED = 20260101;
  static final long BEGIN = 1_767_225_600; // 2026-01-01T00:00:00Z
  static final long DAY = 86_400;
  private static final List<String> DOMAINS =
      List.of("example.com", "example.org", "example.net", "shop.example.com", "news.example.org");
  private static final int[] DOMAIN_PERCENT = {45, 25, 15, 8, 7};
  private static final int ZIP_MEMBERS = 1_000;

  private final Random random;
  private long records;

  Corpus() {
    this(new Random(SEED));
  }

  Corpus(Random random) {
    this.random = random;
  }

  /** How many records were written so far. */
  long records() {
    return records;
  }

  /**
   * So many files of one report each: gzip, zip, plain, and mails.
   *
   * @param large how many in a thousand reports have hundreds to thousands of records; with 8 there
   *     are 20 records in a report on average, with 20 there are 37
   */
  void mailbox(Path inbox, int files, int large) throws IOException {
    Files.createDirectories(inbox);
    for (int i = 0; i < files; i++) {
      String domain = domain();
      String reporter = "reporter" + random.nextInt(15) + ".example.net";
      long begin = BEGIN + DAY * random.nextInt(120);
      byte[] xml =
          report(reporter, domain, "id" + i, begin, size(large)).getBytes(StandardCharsets.UTF_8);
      String name = reporter + "!" + domain + "!" + begin + "!" + (begin + DAY - 1) + "!" + i;
      int container = random.nextInt(100);
      if (container < 8) {
        Files.write(inbox.resolve(name + ".xml"), xml);
      } else if (container < 35) {
        Files.write(inbox.resolve(name + ".xml.gz"), gzip(xml));
      } else if (container < 52) {
        Files.write(inbox.resolve(name + ".zip"), zip(name + ".xml", xml));
      } else {
        Files.writeString(inbox.resolve(name + ".eml"), mail(reporter, domain, name, gzip(xml)));
      }
    }
  }

  /** One file with one report of so many records, in which each third source is an own one. */
  void huge(Path inbox, int count) throws IOException {
    Files.createDirectories(inbox);
    GeneratedRecords generated = new GeneratedRecords(random, "example.com", 30);
    String name =
        "reporter0.example.net!example.com!" + BEGIN + "!" + (BEGIN + DAY - 1) + ".xml.gz";
    try (OutputStream file =
        new GZIPOutputStream(Files.newOutputStream(inbox.resolve(name)), 1 << 16)) {
      StringBuilder xml = head("reporter0.example.net", "example.com", "huge", BEGIN);
      for (int i = 0; i < count; i++) {
        generated.append(xml);
        if (xml.length() > 1 << 20) {
          file.write(xml.toString().getBytes(StandardCharsets.UTF_8));
          xml.setLength(0);
        }
      }
      file.write(xml.append("</feedback>\n").toString().getBytes(StandardCharsets.UTF_8));
    }
    records += count;
  }

  /** Ten years of 100 reporters on 20 domains: one report of two records each in thirty days. */
  void longLife(Path inbox) throws IOException {
    Files.createDirectories(inbox);
    int periods = 3_652 / 30;
    long first = BEGIN - 30L * periods * DAY;
    for (int pair = 0; pair < 2_000; pair += ZIP_MEMBERS) {
      for (int period = 0; period < periods; period++) {
        try (ZipOutputStream zip =
            new ZipOutputStream(
                Files.newOutputStream(inbox.resolve("life-" + period + "-" + pair + ".zip")))) {
          for (int i = pair; i < pair + ZIP_MEMBERS; i++) {
            String domain = "brand" + i % 20 + ".example.com";
            String reporter = "reporter" + i / 20 + ".example.net";
            String xml = report(reporter, domain, period + "-" + i, first + 30L * period * DAY, 2);
            zip.putNextEntry(new ZipEntry(i + ".xml"));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
  }

  /** One report of so many records. */
  String report(String reporter, String domain, String id, long begin, int count) {
    StringBuilder xml = head(reporter, domain, id, begin);
    GeneratedRecords generated = new GeneratedRecords(random, domain, 12);
    for (int i = 0; i < count; i++) {
      generated.append(xml);
    }
    records += count;
    return xml.append("</feedback>\n").toString();
  }

  private static StringBuilder head(String reporter, String domain, String id, long begin) {
    return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<feedback>\n")
        .append("  <version>1.0</version>\n  <report_metadata>\n    <org_name>")
        .append(reporter)
        .append("</org_name>\n    <email>dmarc@")
        .append(reporter)
        .append("</email>\n    <report_id>")
        .append(id)
        .append("</report_id>\n    <date_range>\n      <begin>")
        .append(begin)
        .append("</begin>\n      <end>")
        .append(begin + DAY - 1)
        .append("</end>\n    </date_range>\n  </report_metadata>\n  <policy_published>\n")
        .append("    <domain>")
        .append(domain)
        .append("</domain>\n    <adkim>r</adkim>\n    <aspf>r</aspf>\n    <p>quarantine</p>\n")
        .append("    <sp>quarantine</sp>\n    <pct>100</pct>\n  </policy_published>\n");
  }

  /** Mostly a handful of records, seldom thousands. */
  private int size(int large) {
    if (random.nextInt(1000) < large) {
      return (int) Math.min(6000, 500 * Math.pow(1 - random.nextDouble(), -1 / 1.3));
    }
    return (int) Math.max(1, Math.min(3000, Math.exp(1.609 + 1.15 * random.nextGaussian())));
  }

  private String domain() {
    int at = 0;
    for (int left = random.nextInt(100); left >= DOMAIN_PERCENT[at]; at++) {
      left -= DOMAIN_PERCENT[at];
    }
    return DOMAINS.get(at);
  }

  private static byte[] gzip(byte[] xml) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(xml);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] xml) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(xml);
    }
    return bytes.toByteArray();
  }

  static String mail(String reporter, String domain, String name, byte[] attachment) {
    return "From: dmarc@"
        + reporter
        + "\r\nTo: dmarc@"
        + domain
        + "\r\nSubject: Report Domain: "
        + domain
        + "\r\nMIME-Version: 1.0\r\nContent-Type: application/gzip; name=\""
        + name
        + ".xml.gz\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(attachment)
        + "\r\n";
  }
}
