package dmarcreports.store;

import static dmarcreports.store.columns.PolicyColumns.POLICIES;
import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.Evidence;
import dmarcreports.report.Messages;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.Query;
import dmarcreports.store.open.StoreException;
import dmarcreports.store.rows.Duplicates;
import dmarcreports.store.rows.EvidenceReader;
import dmarcreports.store.rows.Evidences;
import dmarcreports.store.rows.Lists;
import dmarcreports.store.rows.Rows;
import dmarcreports.store.sql.Sql;
import dmarcreports.store.sql.WrittenReads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;

/** Reads a database back, every row of it, and finds what contradicts itself. */
public final class Verification {
  private static final int FETCH = 1_000;
  private static final int MOST_TOLD = 20;

  private final OpenDatabase open;
  private final DSLContext db;
  private final List<String> faults = new ArrayList<>();
  private long untold;
  private final Map<Integer, PolicyPublished> policies = new HashMap<>();
  private final Map<Integer, Integer> deviations = new HashMap<>();
  private final Map<Integer, Sums> sums = new HashMap<>();

  private Verification(OpenDatabase open) {
    this.open = open;
    this.db = open.db();
  }

  /** What the records of a report come to. */
  private static final class Sums {
    private long records;
    private long messages;
    private long deviations;
    private long first = Long.MAX_VALUE;
    private long last;
  }

  /**
   * What is wrong with a database, at most {@value #MOST_TOLD} lines and one that counts the rest;
   * empty where nothing is.
   *
   * @param patience how long to wait for another run
   * @throws StoreException where it cannot be read at all
   */
  public static List<String> faults(Database database, Duration patience) {
    try (OpenDatabase open = Databases.open(database, patience, false)) {
      open.snapshot();
      Verification verification = new Verification(open);
      verification.readPolicies();
      verification.readEvidences();
      verification.readRecords();
      verification.readReports();
      Duplicates.find(open, verification::fault);
      Databases.findHashFaults(open, verification::fault);
      if (verification.untold > 0) {
        verification.faults.add("and " + verification.untold + " more");
      }
      return verification.faults;
    }
  }

  private void fault(String what) {
    if (faults.size() < MOST_TOLD) {
      faults.add(what);
    } else {
      untold++;
    }
  }

  private Cursor<Record> rows(TableField<?, ?>... columns) {
    return db.select(columns).from(columns[0].getTable()).fetchSize(FETCH).fetchLazy();
  }

  private void readPolicies() {
    open.each(
        Sql.POLICIES,
        row -> {
          int id = row.getInt(POLICIES.ID.place() + 1);
          byte[] hash = row.getBytes(POLICIES.HASH.place() + 1);
          try {
            PolicyPublished policy = Evidences.policy(row);
            policies.put(id, policy);
            compare("policy " + id, hash, Evidences.hash(policy));
          } catch (StoreException e) {
            fault(e.getMessage());
          }
        });
  }

  private void readEvidences() {
    EvidenceReader reader = new EvidenceReader();
    Query.each(
        open,
        db.select(WrittenReads.EVIDENCE).select(EVIDENCES.HASH).from(EVIDENCES),
        row -> {
          int id = row.getInt(1);
          PolicyPublished policy = policies.get(EvidenceReader.policy(row));
          deviations.put(id, 0);
          if (policy == null) {
            fault("evidence " + id + " is without its policy");
          } else {
            readEvidence(reader, row, policy);
          }
        });
  }

  private void readEvidence(EvidenceReader reader, ResultSet row, PolicyPublished policy)
      throws SQLException {
    int id = row.getInt(1);
    byte[] hash = row.getBytes(WrittenReads.EVIDENCE.size() + 1);
    try {
      Evidence evidence = reader.read(row, policy);
      deviations.put(id, evidence.deviations().size());
      compare("evidence " + id, hash, Evidences.hashOf(evidence));
    } catch (StoreException e) {
      fault(e.getMessage());
    }
  }

  private void compare(String what, byte[] stored, byte[] computed) {
    if (!Arrays.equals(stored, computed)) {
      fault(what + " is not what was stored: its fingerprint differs");
    }
  }

  private void readRecords() {
    try (Cursor<?> rows =
        rows(
            RECORDS.ID, RECORDS.REPORT_ID, RECORDS.SOURCE, RECORDS.EVIDENCE_ID, RECORDS.MESSAGES)) {
      for (Record row : rows) {
        long id = row.get(RECORDS.ID);
        Sums of = sums.computeIfAbsent(row.get(RECORDS.REPORT_ID), report -> new Sums());
        Integer noted = deviations.get(row.get(RECORDS.EVIDENCE_ID));
        if (noted == null) {
          fault("record " + id + " is without its evidence");
        }
        int source = row.get(RECORDS.SOURCE).length;
        if (source != 0 && source != 4 && source != 16 || row.get(RECORDS.MESSAGES) < 0) {
          fault("record " + id + " has no right source or number of messages");
        }
        of.records++;
        of.messages = Messages.sum(of.messages, Math.max(0, row.get(RECORDS.MESSAGES)));
        of.deviations += noted == null ? 0 : noted;
        of.first = Math.min(of.first, id);
        of.last = Math.max(of.last, id);
      }
    }
  }

  private void readReports() {
    Map<String, Integer> counting = new HashMap<>();
    try (Cursor<?> rows = db.selectFrom(REPORTS).fetchSize(FETCH).fetchLazy()) {
      for (Record row : rows) {
        Sums found = sums.remove(row.get(REPORTS.ID));
        check(row, found == null ? new Sums() : found);
        counting.merge(
            HexFormat.of().formatHex(row.get(REPORTS.KEY_HASH)),
            row.get(REPORTS.CONFLICT) ? 0 : 1,
            Integer::sum);
      }
    }
    sums.forEach(
        (report, found) ->
            fault(
                found.records
                    + (found.records == 1 ? " record is" : " records are")
                    + " without "
                    + (found.records == 1 ? "its" : "their")
                    + " report, number "
                    + report));
    counting.forEach(
        (key, reports) -> {
          if (reports != 1) {
            fault(reports + " reports count for the key " + key + ", where 1 does");
          }
        });
  }

  private void check(Record row, Sums found) {
    String report = "report " + row.get(REPORTS.ID) + " (" + row.get(REPORTS.INPUT) + ")";
    if (!policies.containsKey(row.get(REPORTS.POLICY_ID))) {
      fault(report + " is without its policy");
    }
    same(report, "record", row.get(REPORTS.RECORD_COUNT), found.records);
    same(report, "message", row.get(REPORTS.MESSAGE_COUNT), found.messages);
    if (found.records > 0
        && (found.first < row.get(REPORTS.FIRST_RECORD)
            || found.last > row.get(REPORTS.LAST_RECORD))) {
      fault(report + " has records that lie among those of others");
    }
    try {
      int noted = Rows.read(report, () -> Lists.deviations(row.get(REPORTS.DEVIATIONS)).size());
      Rows.read(report, () -> Lists.texts(row.get(REPORTS.ERRORS)));
      same(report, "deviation", row.get(REPORTS.DEVIATION_COUNT), noted + found.deviations);
    } catch (StoreException e) {
      fault(e.getMessage());
    }
  }

  private void same(String report, String what, long announced, long found) {
    if (announced != found) {
      fault(
          report
              + " announces "
              + announced
              + " "
              + what
              + (announced == 1 ? "" : "s")
              + " and has "
              + found);
    }
  }
}
