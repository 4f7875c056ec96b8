package dmarcreports.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dmarcreports.report.DomainName;
import org.junit.jupiter.api.Test;

class ReportedDomainsTest {
  private final ReportedDomains domains = new ReportedDomains();

  @Test
  void readsEverySpellingAsDomainNameDoesHoweverManyThereAre() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 3_000; i++) {
        for (String spelled :
            new String[] {i + ".Example.com", i + ".b\u00fccher.example.", "@" + i}) {
          assertEquals(DomainName.parse(spelled), domains.read(spelled), spelled);
        }
      }
    }
  }

  @Test
  void readsWhatIsTooLongToBeKept() {
    String longest = "a.".repeat(126) + "a";
    assertEquals(DomainName.parse(longest), domains.read(longest + ".  "));
    assertEquals(DomainName.parse(longest), domains.read(" ".repeat(300) + longest));
    assertEquals(DomainName.parse("a" + longest), domains.read("a" + longest));
  }

  @Test
  void readsTheSameSpellingOnce() {
    assertSame(domains.read("example.com"), domains.read("example.com"));
  }
}
