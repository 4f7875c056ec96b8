package dmarcreports.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.glassfish.jaxb.runtime.v2.runtime.Coordinator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It stands while a report is read, and leaves the thread as it was. */
class StandingCoordinatorTest {
  private final ReportParser parser = new ReportParser();

  /** Does something at each record. */
  private record AtRecord(Runnable does) implements ReportSink {
    @Override
    public void begin(AggregateReport report) {}

    @Override
    public void record(AggregateRecord record) {
      does.run();
    }

    @Override
    public void end(ReportFormat format, List<Deviation> deviations) {}
  }

  @BeforeEach
  @AfterEach
  void nobodyStandsHere() {
    assertNull(Coordinator._getInstance());
  }

  @Test
  void standsUntilTheReportIsRead() throws Exception {
    List<Coordinator> seen = new ArrayList<>();
    read(BaseReport.XML, () -> seen.add(Coordinator._getInstance()));
    assertEquals(1, seen.size());
    assertSame(StandingCoordinator.class, seen.get(0).getClass());
  }

  @Test
  void leavesAfterAReportThatIsBroken() {
    for (String fault : List.of("</row></record>", "<count a='' a=''>", "\0")) {
      String broken = BaseReport.XML.replace("<count>3", fault);
      assertThrows(UnreadableReport.class, () -> read(broken, () -> {}), fault);
      nobodyStandsHere();
    }
  }

  @Test
  void leavesAfterAReportThatIsMended() throws Exception {
    read(BaseReport.XML.replace("Receiver", "A & B"), () -> {});
  }

  @Test
  void leavesWhereTheSinkThrows() {
    RuntimeException thrown = new IllegalStateException();
    Runnable fails =
        () -> {
          throw thrown;
        };
    assertSame(
        thrown, assertThrows(RuntimeException.class, () -> read(BaseReport.XML, fails), "sink"));
  }

  @Test
  void anotherReportMayBeReadWithinARecord() throws Exception {
    List<Coordinator> seen = new ArrayList<>();
    Runnable note = () -> seen.add(Coordinator._getInstance());
    read(
        BaseReport.XML,
        () -> {
          note.run();
          readUnchecked(note);
          note.run();
        });
    assertEquals(3, seen.size());
    assertSame(seen.get(0), seen.get(2));
  }

  @Test
  void oneParserReadsOnOneThreadAfterTheOther() throws Exception {
    read(BaseReport.XML, () -> {});
    FutureTask<Coordinator> elsewhere =
        new FutureTask<>(
            () -> {
              read(BaseReport.XML, () -> {});
              return Coordinator._getInstance();
            });
    new Thread(elsewhere).start();
    assertNull(elsewhere.get());
    read(BaseReport.XML, () -> {});
  }

  private void readUnchecked(Runnable atRecord) {
    try {
      read(BaseReport.XML, atRecord);
    } catch (UnreadableReport e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String xml, Runnable atRecord) throws UnreadableReport, IOException {
    byte[] bytes = xml.getBytes(UTF_8);
    parser.parse(
        new ReplayableContent(new ByteArrayInputStream(bytes)), "r.xml", new AtRecord(atRecord));
  }
}
