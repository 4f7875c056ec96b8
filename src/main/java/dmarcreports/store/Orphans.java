package dmarcreports.store;

import static dmarcreports.store.tables.Tables.ANNOUNCEMENTS;
import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.RECORDS;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.stored.Announcement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.TableField;

/** What nothing refers to any more once reports are gone. */
final class Orphans {
  private static final int FETCH = 1_000;

  private Orphans() {}

  /** Removes it, in small transactions. */
  static void remove(DSLContext db) {
    BitSet evidences = used(db, RECORDS.EVIDENCE_ID);
    remove(db, EVIDENCES.ID, evidences);
    BitSet policies = used(db, REPORTS.POLICY_ID);
    policies.or(used(db, EVIDENCES.POLICY_ID));
    remove(db, POLICIES.ID, policies);
    removeAnnouncements(db);
  }

  private static BitSet used(DSLContext db, TableField<?, Integer> column) {
    BitSet ids = new BitSet();
    try (Cursor<Record1<Integer>> rows =
        db.select(column).from(column.getTable()).fetchSize(FETCH).fetchLazy()) {
      rows.forEach(row -> ids.set(row.value1()));
    }
    return ids;
  }

  private static void remove(DSLContext db, TableField<?, Integer> id, BitSet used) {
    BitSet gone = used(db, id);
    gone.andNot(used);
    List<Integer> ids = gone.stream().boxed().toList();
    for (int from = 0; from < ids.size(); from += FETCH) {
      List<Integer> some = ids.subList(from, Math.min(ids.size(), from + FETCH));
      db.deleteFrom(id.getTable()).where(id.in(some)).execute();
    }
  }

  /** A domain or reporter that comes again is news again. */
  private static void removeAnnouncements(DSLContext db) {
    Set<String> domains =
        new HashSet<>(db.selectDistinct(POLICIES.DOMAIN).from(POLICIES).fetch(POLICIES.DOMAIN));
    Set<String> reporters =
        new HashSet<>(db.selectDistinct(REPORTS.REPORTER).from(REPORTS).fetch(REPORTS.REPORTER));
    List<Integer> gone = new ArrayList<>();
    db.select(ANNOUNCEMENTS.ID, ANNOUNCEMENTS.KIND, ANNOUNCEMENTS.DOMAIN, ANNOUNCEMENTS.NAME)
        .from(ANNOUNCEMENTS)
        .forEach(
            row -> {
              boolean ofReporter = row.value2().equals(Announcement.Kind.QUIET_REPORTER.word());
              boolean there =
                  ofReporter
                      ? reporters.contains(row.value4())
                      : row.value3() == null || domains.contains(row.value3());
              if (!there) {
                gone.add(row.value1());
              }
            });
    for (Integer id : gone) {
      db.deleteFrom(ANNOUNCEMENTS).where(ANNOUNCEMENTS.ID.eq(id)).execute();
    }
  }
}
