package dmarcreports.store.postgres;

import static dmarcreports.store.columns.ReportColumns.REPORTS;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.postgres.Pending.RecordRow;
import dmarcreports.store.rows.Insert;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.rows.Outcome;
import dmarcreports.store.sql.Sql;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Writes many reports, inside a transaction in which nobody else writes. A constant number of round
 * trips for each {@value Pending#RECORDS} records.
 */
final class Batch {
  private static final HexFormat HEX = HexFormat.of();

  private final OpenDatabase open;
  private final int run;
  private final Map<ByteBuffer, List<Known>> known = new HashMap<>();
  private final Map<Pending, Outcome> overtaken = new LinkedHashMap<>();
  private final StoredOnce once;
  private final List<RecordRow> rows = new ArrayList<>();
  private final List<Integer> reportOfRow = new ArrayList<>();
  private long nextRecord;

  Batch(OpenDatabase open, int run) {
    this.open = open;
    this.run = run;
    once = new StoredOnce(open);
  }

  /** A report of some key that is in the database. */
  private record Known(byte[] content, int run, boolean conflict) {}

  /**
   * Writes reports.
   *
   * @return those that another run was first to store, and what became of them
   */
  Map<Pending, Outcome> write(Collection<Pending> reports) throws SQLException, IOException {
    lookUp(reports);
    List<Pending> wanted = reports.stream().filter(this::isWanted).toList();
    NextIds next = NextIds.of(open);
    int nextReport = next.report();
    nextRecord = next.record();
    once.storePolicies(wanted.stream().map(Pending::policy).toList());
    try (Insert insert = new Insert(open, Sql.INSERT_REPORT, REPORTS)) {
      for (Pending one : wanted) {
        int report = nextReport++;
        long first = nextRecord + rows.size();
        one.each(some -> add(report, some));
        insert
            .setAll(one.report().row())
            .set(REPORTS.ID, report)
            .set(REPORTS.CONFLICT, isConflict(one))
            .set(REPORTS.POLICY_ID, once.policy(one.policy()))
            .set(REPORTS.FIRST_RECORD, first)
            .set(REPORTS.LAST_RECORD, first + one.report().records() - 1)
            .add();
      }
      flush();
      insert.flush();
    }
    return overtaken;
  }

  private static ByteBuffer key(Pending report) {
    return ByteBuffer.wrap(report.report().row().get(REPORTS.KEY_HASH));
  }

  private static byte[] content(Pending report) {
    return report.report().row().get(REPORTS.CONTENT_HASH);
  }

  private void lookUp(Collection<Pending> reports) throws SQLException {
    byte[][] keys = reports.stream().map(one -> key(one).array()).toArray(byte[][]::new);
    try (PreparedStatement select =
        open.connection()
            .prepareStatement(
                "select key_hash, content_hash, run_id, conflict from reports where key_hash = any (?)")) {
      select.setArray(1, open.connection().createArrayOf("bytea", keys));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          add(
              ByteBuffer.wrap(found.getBytes(1)),
              new Known(found.getBytes(2), found.getInt(3), found.getBoolean(4)));
        }
      }
    }
  }

  private void add(ByteBuffer key, Known report) {
    known.computeIfAbsent(key, one -> new ArrayList<>()).add(report);
  }

  /**
   * Whether a report is not there yet. One of this run is: its commit went well, only nobody heard
   * of it.
   */
  private boolean isWanted(Pending report) {
    for (Known one : known.getOrDefault(key(report), List.of())) {
      if (Arrays.equals(one.content(), content(report))) {
        if (one.run() != run) {
          tell(report, Outcome.DUPLICATE);
        } else if (one.conflict()) {
          tell(report, Outcome.CONFLICT);
        }
        return false;
      }
    }
    return true;
  }

  private void tell(Pending report, Outcome outcome) {
    if (!report.report().asConflict()) {
      overtaken.put(report, outcome);
    }
  }

  /** Whether a report of the same key is there already, or comes before it. */
  private boolean isConflict(Pending report) {
    boolean conflict = known.containsKey(key(report));
    if (conflict) {
      tell(report, Outcome.CONFLICT);
    }
    add(key(report), new Known(content(report), run, conflict));
    return conflict;
  }

  private void add(int report, List<RecordRow> some) {
    for (RecordRow one : some) {
      rows.add(one);
      reportOfRow.add(report);
      if (rows.size() == Pending.RECORDS) {
        flush();
      }
    }
  }

  private void flush() {
    try {
      writeRecords();
    } catch (SQLException e) {
      throw open.failure(e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    nextRecord += rows.size();
    rows.clear();
    reportOfRow.clear();
  }

  private void writeRecords() throws SQLException, IOException {
    Map<ByteBuffer, Integer> evidences = once.storeEvidences(rows);
    StringBuilder copy = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      RecordRow row = rows.get(i);
      copy.append(nextRecord + i).append('\t').append(reportOfRow.get(i)).append("\t\\\\x");
      copy.append(HEX.formatHex(row.source())).append('\t');
      copy.append(evidences.get(ByteBuffer.wrap(row.evidence().hash()))).append('\t');
      copy.append(row.messages()).append('\n');
    }
    open.connection()
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy records (id, report_id, source, evidence_id, messages) from stdin",
            new StringReader(copy.toString()));
  }
}
