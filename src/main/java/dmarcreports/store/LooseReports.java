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

    /** The values of a row. */
    Object[] values(Row row) {
      Object[] all = row.values();
      Object[] values = new Object[places.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = all[places[i]];
      }
      return values;
    }

    /** The row that has those values, and nothing of what is left out. */
    Row row(Object... values) {
      Object[] all = new Object[table.size()];
      for (int i = 0; i < places.length; i++) {
        all[places[i]] = values[i];
      }
      return new Row(table, all);
    }
  }

  /**
   * A report that was read to its end.
   *
   * @param records made as they are asked for
   */
  public record Whole(Object[] report, Object[] policy, Iterable<Line> records) {}

  /** A record of it. */
  public record Line(byte[] source, long messages, Object[] evidence) {}

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

  /** The report that the last saver took to its end; empty where it did not. */
  public Optional<Whole> whole() {
    Optional<LooseReport> last = whole.stream().findFirst();
    whole.clear();
    return last.map(
        one ->
            new Whole(
                Kind.REPORT.values(one.report()),
                Kind.POLICY.values(one.policy()),
                () -> one.records().stream().map(LooseReports::line).iterator()));
  }

  private static Line line(LooseReport.Line record) {
    return new Line(record.source(), record.messages(), Kind.EVIDENCE.values(record.evidence()));
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
