package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.sums.SortedInts;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
  @Test
  void sourcesComeByFailuresThenMessagesThenAddressAndFailingOnesApart() {
    DomainFindings domain =
        Mail.analyze(
                passing().messages(5).ip("192.0.2.9"),
                failing().messages(1).ip("192.0.2.10"),
                failing().messages(1).ip("192.0.2.2"),
                passing().messages(7).ip("192.0.2.2"),
                failing().messages(3).ip("2001:db8::1"),
                failing().messages(1).ip("198.51.100.1"))
            .domains()
            .get(0);
    assertEquals(
        List.of("2001:db8::1", "192.0.2.2", "192.0.2.10", "198.51.100.1", "192.0.2.9"),
        addresses(domain.sources()));
    assertEquals(
        List.of("2001:db8::1", "192.0.2.2", "192.0.2.10", "198.51.100.1"),
        addresses(domain.failingSources()));
    assertEquals(8, domain.sources().get(1).tally().messages());
  }

  @Test
  void noneFailsWhereAllPasses() {
    DomainFindings domain = Mail.analyze(passing().ip("192.0.2.9")).domains().get(0);
    assertEquals(1, domain.sources().size());
    assertEquals(List.of(), domain.failingSources());
  }

  @Test
  void aSetOfOneNumberIsSharedAndNeverChanged() {
    SortedInts one = new SortedInts(7);
    assertSame(one, one.with(7));
    SortedInts two = one.with(3);
    assertNotSame(one, two);
    assertEquals(1, one.size());
    assertEquals(List.of(3, 7), two.stream().boxed().toList());
    assertEquals(List.of(3, 5, 7), two.with(5).stream().boxed().toList());
  }

  private static Mail passing() {
    return Mail.from("example.com").spf("example.com pass").dkim("example.com pass");
  }

  private static Mail failing() {
    return Mail.from("example.com").spf("example.net fail");
  }

  private static List<String> addresses(List<SourceFindings> sources) {
    return sources.stream().map(source -> source.sourceIp().orElseThrow().text()).toList();
  }
}
