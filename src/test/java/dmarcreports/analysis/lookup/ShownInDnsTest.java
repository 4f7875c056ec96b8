package dmarcreports.analysis.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.Shown;
import dmarcreports.dns.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What DNS has shown of the records of an action. */
class ShownInDnsTest {
  private static Action vendorDkim(Snapshot dns) {
    return action("vendor_dkim", "sendgrid.net", dns);
  }

  private static Action action(String code, String service, Snapshot dns) {
    Analysis.Collector analysis = new Analysis.Collector(Mail.SUFFIXES, SenderProfiles.standard());
    analysis.published(dns);
    analysis.add(
        Mail.from("example.com")
            .spf(service + " pass")
            .dkim(service + " pass")
            .ip("192.0.2.55")
            .observation());
    return analysis.finish().domains().stream()
        .flatMap(domain -> domain.actions().stream())
        .filter(action -> action.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** The names are those that the service usually gives; an account may have others. */
  @Test
  void thatTheUsualNamesOfAServiceAreNotThereTellsNothing() {
    List<String> names =
        vendorDkim(Snapshot.NONE).remedy().dnsRecords().stream()
            .map(record -> record.text().split(" ")[0])
            .filter(name -> name.contains("._domainkey."))
            .map(name -> name.substring(0, name.length() - 1))
            .toList();
    assertTrue(names.size() > 1, names.toString());
    String[] none = names.stream().map(name -> name + " CNAME -").toArray(String[]::new);
    assertEquals(DnsState.UNKNOWN, state(none));
    String[] one = none.clone();
    one[0] = names.get(0) + " CNAME " + names.get(0) + ".sendgrid.net";
    assertEquals(DnsState.DIFFERENT, state(one));
    ShownInDns partly = shown(one);
    assertEquals(
        vendorDkim(Snapshot.NONE).remedy().dnsRecords().size() - 1, partly.missing().size());
    assertTrue(partly.since().isEmpty(), "they are not all there");
    String[] all =
        names.stream().map(name -> name + " CNAME x.sendgrid.net").toArray(String[]::new);
    assertEquals(DnsState.PRESENT, state(all));
    assertEquals("Optional[2026-11-20]", shown(all).since().toString());
  }

  @Test
  void norThatTheUsualNameOfAReturnPathIsNotThere() {
    String name = "bnc3.example.com CNAME ";
    assertEquals(DnsState.UNKNOWN, returnPath(name + "-"));
    assertEquals(DnsState.DIFFERENT, returnPath(name + "www.example.com"));
    assertEquals(DnsState.PRESENT, returnPath(name + "bnc3.mailjet.com"));
  }

  private static DnsState returnPath(String shown) {
    Action action = action("vendor_return_path", "bnc3.mailjet.com", Shown.of(shown));
    return ShownInDns.of(action).orElseThrow().state();
  }

  private static DnsState state(String... shown) {
    return shown(shown).state();
  }

  private static ShownInDns shown(String... shown) {
    return ShownInDns.of(vendorDkim(Shown.of(shown))).orElseThrow();
  }
}
