package dmarcreports.store.rows;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;
import static dmarcreports.store.columns.PolicyColumns.POLICIES;
import static dmarcreports.store.columns.ReportColumns.REPORTS;

import dmarcreports.report.Evidence;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes the same rows of reports as a database has, and hands them on instead: whether a report is
 * there already is found elsewhere.
 */
public final class LooseWriter implements ReportWriter {
  private static final int KEPT = 20_000;

  private final Consumer<LooseReport> whole;
  private final Map<Evidence, Row> evidences =
      new LinkedHashMap<>(1 << 10, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Evidence, Row> eldest) {
          return size() > KEPT;
        }
      };
  private final Map<PolicyPublished, Row> policies = new LinkedHashMap<>();
  private List<LooseReport.Line> records = new ArrayList<>();

  /**
   * @param whole takes each report that is read to its end
   */
  public LooseWriter(Consumer<LooseReport> whole) {
    this.whole = whole;
  }

  @Override
  public void begin() {
    records = new ArrayList<>();
  }

  @Override
  public byte[] add(byte[] source, Evidence evidence, long messages) {
    Row row = evidences.get(evidence);
    if (row == null) {
      row = Evidences.row(evidence).checked(EVIDENCES);
      evidences.put(evidence, row);
    }
    records.add(new LooseReport.Line(source, messages, row));
    return row.get(EVIDENCES.HASH);
  }

  @Override
  public void end(WholeReport report) {
    Row policy = policies.get(report.policy());
    if (policy == null) {
      policy = Evidences.row(report.policy()).checked(POLICIES);
      if (policies.size() >= KEPT) {
        policies.clear();
      }
      policies.put(report.policy(), policy);
    }
    whole.accept(new LooseReport(report.row().checked(REPORTS), policy, records));
    records = new ArrayList<>();
  }

  @Override
  public void abandon() {
    records = new ArrayList<>();
  }

  @Override
  public int run() {
    return 0;
  }

  @Override
  public Set<String> domains() {
    return Set.of();
  }

  @Override
  public List<byte[]> contents(byte[] key) {
    return List.of();
  }

  @Override
  public Optional<String> domainOf(byte[] documentHash) {
    return Optional.empty();
  }

  @Override
  public byte[] hash(Evidence evidence) {
    return Evidences.hashOf(evidence);
  }

  @Override
  public Optional<String> hold(String mailbox) {
    return Optional.empty();
  }

  @Override
  public void discards(Consumer<DiscardRows> change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void mailboxes(Consumer<MailboxRows> change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T askMailboxes(Function<MailboxRows, T> question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void commit() {
    // there is nothing that could be lost
  }

  @Override
  public void finish(Runnable change) {
    throw new UnsupportedOperationException();
  }
}
