package dmarcreports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A rua mailbox that a test fills: one report of a reporter about one day of example.com. */
public final class Rua {
  private final Path directory;

  public Rua(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  public Path directory() {
    return directory;
  }

  /** Through Amazon SES with nothing set up: both pass, neither for us. */
  public static String ses(int messages) {
    return record("192.0.2.1", messages, "eu-west-1.amazonses.com", "amazonses.com");
  }

  /** Through Amazon SES with Easy DKIM. */
  public static String easyDkim(int messages) {
    return record("192.0.2.1", messages, "eu-west-1.amazonses.com", "example.com");
  }

  /** By somebody who proves nothing of ours. */
  public static String stranger(int messages) {
    return record("198.51.100.7", messages, "mailer.example", "mailer.example");
  }

  /** SPF and DKIM pass, each for a domain. */
  public static String record(String ip, int messages, String spf, String dkim) {
    String aligned = dkim.equals("example.com") ? "pass" : "fail";
    return """
        <record><row><source_ip>%s</source_ip><count>%d</count><policy_evaluated>
        <disposition>none</disposition><dkim>%s</dkim><spf>fail</spf></policy_evaluated></row>
        <identifiers><header_from>example.com</header_from></identifiers>
        <auth_results><dkim><domain>%s</domain><selector>s1</selector><result>pass</result></dkim>
        <spf><domain>%s</domain><scope>mfrom</scope><result>pass</result></spf></auth_results>
        </record>
        """
        .formatted(ip, messages, aligned, dkim, spf);
  }

  public Rua report(String reporter, String day, String... records) throws IOException {
    return about("example.com", reporter, day, records);
  }

  public Rua about(String domain, String reporter, String day, String... records)
      throws IOException {
    long begin = LocalDate.parse(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    String id = reporter + "-" + domain + "-" + day;
    Files.writeString(
        directory.resolve(id + ".xml"),
        ReportXml.of(
            reporter, id, begin, domain, String.join("", records).replace("example.com", domain)));
    return this;
  }
}
