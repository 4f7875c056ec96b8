package dmarcreports.store;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;
import static dmarcreports.store.columns.PolicyColumns.POLICIES;
import static dmarcreports.store.columns.ReportColumns.REPORTS;

import dmarcreports.report.Evidence;
import dmarcreports.report.Origin;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.columns.Column;
import dmarcreports.store.columns.Columns;
import dmarcreports.store.rows.EvidenceReader;
import dmarcreports.store.rows.Evidences;
import dmarcreports.store.rows.LooseReport;
import dmarcreports.store.rows.LooseWriter;
import dmarcreports.store.rows.Names;
import dmarcreports.store.rows.ReportWriter;
import dmarcreports.store.rows.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reports as the rows that a database would have of them, without one: values in the order of
 * {@link Kind#columns}. For one thread.
 */
public final class LooseReports {
  /** What only a database gives. */
  private static final Set<String> LEFT_OUT =
      Set.of("ID", "POLICY_ID", "RUN_ID", "FIRST_RECORD", "LAST_RECORD", "CONFLICT");

  private final Instant now;
  private final List<LooseReport> whole = new ArrayList<>();
  private final ReportWriter writer = new LooseWriter(whole::add);
  private final EvidenceReader reader = new EvidenceReader();

  /** What a row is of. */
  public enum Kind {
    REPORT(REPORTS),
    POLICY(POLICIES),
    EVIDENCE(EVIDENCES);

    private final Columns table;
    private final int[] places;

    Kind(Columns table) {
      this.table = table;
      places =
          IntStream.range(0, table.size())
              .filter(i -> !LEFT_OUT.contains(table.at(i).name()))
              .toArray();
    }

    /** The names of the columns and what their values are. */
    public Map<String, Class<?>> columns() {
      Map<String, Class<?>> columns = new LinkedHashMap<>();
      for (int place : places) {
        Column<?> column = table.at(place);
        columns.put(column.name().toLowerCase(Locale.ROOT), column.type());
      }
      return columns;
    }

    private Object[] values(Row row) {
      Object[] all = row.values();
      return IntStream.of(places).mapToObj(place -> all[place]).toArray();
    }

    private Row row(Object... values) {
      Object[] all = new Object[table.size()];
      for (int i = 0; i < places.length; i++) {
        all[places[i]] = values[i];
      }
      return new Row(table, all);
    }
  }

  /** Takes a report that was read to its end, and then its records. */
  public interface Rows {
    /** The report. */
    void report(Object[] report, Object[] policy);

    /** The next record of it. */
    void record(byte[] source, long messages, Object[] evidence, Object[] policy);
  }

  /**
   * @param now the moment of the run
   */
  public LooseReports(Instant now) {
    this.now = now;
  }

  /** What makes rows of the next report. */
  public ReportSaver saver(Origin origin, Optional<byte[]> documentHash) {
    whole.clear();
    return new ReportSaver(writer, now, origin, documentHash, false, (report, told) -> {});
  }

  /** Hands out the report that the last saver took to its end, if it did. */
  public void tell(Rows rows) {
    Map<Row, Object[]> evidences = new IdentityHashMap<>();
    for (LooseReport one : whole) {
      Object[] policy = Kind.POLICY.values(one.policy());
      rows.report(Kind.REPORT.values(one.report()), policy);
      for (LooseReport.Line record : one.records()) {
        rows.record(
            record.source(),
            record.messages(),
            evidences.computeIfAbsent(record.evidence(), Kind.EVIDENCE::values),
            policy);
      }
    }
    whole.clear();
  }

  /** The evidence in its row. */
  public Evidence evidence(PolicyPublished policy, Object... evidence) {
    return reader.read(Kind.EVIDENCE.row(evidence), policy);
  }

  /** The policy in its row. */
  public static PolicyPublished policy(Object... policy) {
    return Evidences.policy(Kind.POLICY.row(policy));
  }

  /** A name as rows have it. */
  public static String name(String name) {
    return Names.storable(name);
  }
}
