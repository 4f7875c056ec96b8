package dmarcreports.analysis.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Mail;
import dmarcreports.dns.Zone;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked so that it is known what receivers met that climbed the tree. */
class WalksTest {
  private final SeenMailCollector collector =
      new SeenMailCollector(new DomainName("example.com"), Mail.SUFFIXES);

  private List<String> asked(Zone zone) {
    CheckedDomain checked =
        new DomainLookups(zone, Mail.SUFFIXES, List.of())
            .of(new DomainName("example.com"), collector.finish(Optional.empty()), List.of());
    left =
        checked.findings().stream()
            .flatMap(finding -> finding.remarks().stream())
            .anyMatch(remark -> remark.code().endsWith("more_walks"));
    return zone.asked().stream().map(question -> question.name().text()).toList();
  }

  private boolean left;

  private void see(String author, String method, long messages) {
    collector.add(
        Mail.from(author)
            .spf("bounce.example.com pass, amazonses.com pass")
            .tags("discovery_method=" + method)
            .messages(messages)
            .observation());
  }

  @Test
  void climbsFromWhoeverWroteAndFromTheirSisters() {
    see("news.example.com", "treewalk", 1);
    List<String> asked = asked(Zone.of());
    assertTrue(
        asked.containsAll(List.of("_dmarc.news.example.com", "_dmarc.bounce.example.com")),
        asked::toString);
    assertFalse(asked.contains("_dmarc.amazonses.com"), asked::toString);
    assertFalse(left);
  }

  @Test
  void doesNotClimbWhereReceiversDidNot() {
    see("news.example.com", "psl", 1);
    List<String> asked = asked(Zone.of());
    assertFalse(asked.contains("_dmarc.news.example.com"), asked::toString);
  }

  @Test
  void climbsFromThoseOfMostMailAndSaysThatThereAreMore() {
    for (int i = 1; i <= DomainLookups.MOST_WALKS; i++) {
      see("n" + i + ".example.com", "treewalk", i);
    }
    List<String> asked = asked(Zone.of());
    assertFalse(asked.contains("_dmarc.n1.example.com"), "bounce.example.com is of more mail");
    assertTrue(asked.contains("_dmarc.n2.example.com"));
    assertTrue(left);
    assertEquals(
        DomainLookups.MOST_WALKS,
        asked.stream().filter(n -> n.matches("_dmarc\\.\\w+\\.example\\.com")).distinct().count());
  }
}
