package dmarcreports.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.sender.Host;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Cells;
import dmarcreports.analysis.sums.DomainSums;
import dmarcreports.analysis.sums.ReporterTrust;
import dmarcreports.analysis.sums.Source;
import dmarcreports.report.Observation;
import dmarcreports.report.Reports;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which record refuses all mail of a domain that sends none. */
class ParkingTest {
  @ParameterizedTest
  @CsvSource({
    "example.com p=reject,                       DONE",
    "example.com p=reject sp=reject np=reject,   DONE",
    "example.com p=reject pct=100 t=n,           DONE",
    "example.com p=reject pct=99,                PROPOSED",
    "example.com p=reject t=y,                   PROPOSED",
    "example.com p=reject sp=quarantine,         PROPOSED",
    "example.com p=reject sp=reject np=none,     PROPOSED",
    "example.com p=quarantine sp=reject,         PROPOSED",
    "example.com,                                PROPOSED"
  })
  void isDoneWhereNothingSoftensRefusal(String record, Parking parking) {
    assertEquals(parking, Parking.of(forged(), Reports.policy(record)));
  }

  private static List<Cell> forged() {
    Observation seen = Mail.from("example.com").spf("x.bad.org fail").observation();
    ReporterTrust reporters = new ReporterTrust();
    DomainSums sums = new DomainSums();
    String network = Source.networkOf(seen.sourceIp());
    sums.add(
        sums.of(Facts.of(seen.evidence(), Mail.ORGANIZATIONS)),
        new Source(seen.sourceIp(), network, Optional.empty(), Host.UNKNOWN, false),
        seen,
        reporters.number(seen.reporter()));
    return new Cells(SenderProfiles.standard(), Mail.SUFFIXES, reporters).of(sums);
  }
}
