package dmarcreports.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.Shown;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of whoever reports and sends. */
class SourceHostsTest {
  private static final SourceHosts HOSTS =
      new SourceHosts(
          new PublicSuffixList(),
          SenderProfiles.standard(),
          Shown.of(
                  "9.113.0.203.in-addr.arpa. PTR out1.pod13.zdsys.com.",
                  "out1.pod13.zdsys.com. A 203.0.113.9",
                  "7.113.0.203.in-addr.arpa. PTR mail.shop.example.co.uk.",
                  "mail.shop.example.co.uk. A 203.0.113.7",
                  "8.113.0.203.in-addr.arpa. PTR mail.google.com.",
                  "mail.google.com. A 192.0.2.1")
              .ofNames());

  @ParameterizedTest
  @CsvSource({
    "mx3.Receiver.example, receiver.example",
    "google.com, google.com",
    "mail.receiver.co.uk, receiver.co.uk",
    "co.uk, co.uk",
    "Yahoo, Yahoo",
    "Enterprise Outlook, Enterprise Outlook",
    "Receiver Inc. of example.com, Receiver Inc. of example.com",
    "=a.example!, =a.example!",
    "'', ''"
  })
  void aReporterThatIsAHostIsItsOrganization(String name, String organization) {
    assertEquals(organization, HOSTS.organization(name));
  }

  @Test
  void aNameCountsWhereItLeadsBack() {
    assertEquals(
        Optional.of(
            new SourceHosts.Known(
                new DomainName("out1.pod13.zdsys.com"),
                new DomainName("zdsys.com"),
                Optional.of("Zendesk"))),
        HOSTS.of(SourceIp.parse("203.0.113.9")));
    assertEquals(
        Optional.of(
            new SourceHosts.Known(
                new DomainName("mail.shop.example.co.uk"),
                new DomainName("example.co.uk"),
                Optional.empty())),
        HOSTS.of(SourceIp.parse("203.0.113.7")));
    assertEquals(Optional.empty(), HOSTS.of(SourceIp.parse("203.0.113.8")));
    assertEquals(Optional.empty(), HOSTS.of(Optional.empty()));
  }
}
