package dmarcreports.analysis.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.dns.Zone;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which addresses of the reports a record lets send. */
class SpfSourcesTest {
  @Test
  void noMoreAreTriedThanThoseOfMostMail() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    Map<SourceIp, Fared> sources = new TreeMap<>();
    for (int i = 0; i < SpfSources.MOST_SOURCES + 2; i++) {
      SourceIp address = new SourceIp("198.51." + i / 250 + "." + (1 + i % 250));
      sources.put(address, Fared.passed(i + 1, day));
    }
    List<Remark> remarks =
        SpfSources.of(
            new DomainName("example.com"),
            new SeenPath(Fared.NONE, false, sources),
            Zone.of(
                "example.com TXT \"v=spf1 -ip4:198.51.0.1 -ip4:198.51.0.2 ip4:198.51.0.0/16\""));
    assertEquals(
        List.of(
            Remark.of(SpfLookupRemark.PASSING_PERMITTED, SpfSources.MOST_SOURCES),
            Remark.of(SpfLookupRemark.MORE_SOURCES, 2, SpfSources.MOST_SOURCES)),
        remarks);
  }
}
