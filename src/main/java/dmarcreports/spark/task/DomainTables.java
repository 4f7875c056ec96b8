package dmarcreports.spark.task;

import dmarcreports.analysis.Analysis;
import dmarcreports.output.page.Findings;
import dmarcreports.output.table.CsvOutput;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Observation;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import dmarcreports.spark.seam.Work;
import dmarcreports.store.LooseReports;
import dmarcreports.stored.PolicyDomain;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The findings of one policy domain as lines of the tables, from its sums. */
final class DomainTables implements Work.Domain {
  private final Analysis.Collector collector;
  private final boolean all;
  private final LooseReports rows = new LooseReports(Instant.EPOCH);
  private final Map<ByteBuffer, Evidence> evidences = new HashMap<>();
  private final Map<ByteBuffer, Optional<SourceIp>> sources = new HashMap<>();
  private Map<DomainName, PolicyDomain> domains = Map.of();
  private @Nullable Findings findings;

  DomainTables(Analysis.Collector collector, boolean all) {
    this.collector = collector;
    this.all = all;
  }

  @Override
  public void head(Object[] newestPolicy, long reports, long reporters) {
    PolicyPublished policy = LooseReports.policy(newestPolicy);
    domains = Map.of(policy.domain(), new PolicyDomain(policy, reports, reporters));
  }

  @Override
  public void evidence(byte[] hash, Object[] policy, Object[] evidence) {
    evidences.put(ByteBuffer.wrap(hash), rows.evidence(LooseReports.policy(policy), evidence));
  }

  @Override
  public void sum(
      byte[] evidence, byte[] source, int day, String reporter, long messages, long records) {
    Evidence known = Objects.requireNonNull(evidences.get(ByteBuffer.wrap(evidence)));
    collector.add(
        new Observation(
            known,
            sources.computeIfAbsent(ByteBuffer.wrap(source), DomainTables::source),
            LocalDate.ofEpochDay(day),
            reporter,
            messages),
        records);
  }

  private static Optional<SourceIp> source(ByteBuffer source) {
    byte[] bytes = new byte[source.remaining()];
    source.duplicate().get(bytes);
    return bytes.length == 0 ? Optional.empty() : Optional.of(SourceIp.of(bytes));
  }

  @Override
  public void write(String table, OutputStream to) throws IOException {
    if (findings == null) {
      sources.clear();
      evidences.clear();
      findings = TableFindings.of(collector.finish(), domains, List.of(), all);
    }
    new CsvOutput(TableFindings.table(table)).write(findings, new Beheaded(to));
  }
}
