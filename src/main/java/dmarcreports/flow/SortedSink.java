package dmarcreports.flow;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.DomainName;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.UnreadableReport.Reason;
import dmarcreports.store.ReportSaver;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Lets through to the database what is about one's own domains, and was not changed meanwhile. */
final class SortedSink implements ReportSink {
  private final ReportSaver saver;
  private final OwnDomains own;
  private final BooleanSupplier readAsItWas;
  private DomainName domain;
  private Optional<String> refusal = Optional.empty();

  /**
   * A sink before a saver.
   *
   * @param readAsItWas whether all that was read so far is what the input held at one time
   */
  SortedSink(ReportSaver saver, OwnDomains own, BooleanSupplier readAsItWas) {
    this.saver = saver;
    this.own = own;
    this.readAsItWas = readAsItWas;
  }

  @Override
  public void begin(AggregateReport report) {
    domain = report.policyPublished().domain();
    refusal = own.refusal(domain);
    if (refusal.isPresent()) {
      saver.abandon();
    } else {
      saver.begin(report);
    }
  }

  @Override
  public void record(AggregateRecord record) {
    if (refusal.isEmpty()) {
      saver.record(record);
    }
  }

  @Override
  public void end(ReportFormat format, List<Deviation> deviations) {
    if (refusal.isEmpty() && readAsItWas.getAsBoolean()) {
      saver.end(format, deviations);
    } else {
      saver.abandon();
    }
  }

  @Override
  public boolean goesOn() {
    return saver.goesOn();
  }

  /** The policy domain of the report that was read. */
  DomainName domain() {
    return domain;
  }

  /**
   * Says what keeps the report that was read from being stored.
   *
   * @throws UnreadableReport if it is about another's domain, or longer than what is stored
   */
  void check() throws UnreadableReport {
    if (refusal.isPresent()) {
      throw new UnreadableReport(Reason.FOREIGN_DOMAIN, refusal.get());
    }
    if (saver.refusal().isPresent()) {
      throw new UnreadableReport(Reason.XML_LIMIT, saver.refusal().get());
    }
  }
}
