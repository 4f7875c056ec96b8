package dmarcreports.store;

import static dmarcreports.store.tables.Tables.ANNOUNCEMENTS;
import static dmarcreports.store.tables.Tables.DIGESTS;
import static dmarcreports.store.tables.Tables.DISCARDS;
import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.REPORTS;
import static dmarcreports.store.tables.Tables.RUNS;

import dmarcreports.report.DomainName;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.Lists;
import dmarcreports.stored.Announcement;
import dmarcreports.stored.Arrivals;
import dmarcreports.stored.Message;
import dmarcreports.stored.ReporterDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** What digests have told, and what has come since. */
public final class Announcements {
  /** The same announcements get the same ids. */
  private static final Comparator<Announcement> ORDER =
      Comparator.comparing(Announcement::kind)
          .thenComparing(one -> Lists.text(one.domain()), Comparator.nullsFirst(String::compareTo))
          .thenComparing(Announcement::name)
          .thenComparing(Announcement::since);

  private final OpenDatabase open;
  private final DSLContext db;

  Announcements(OpenDatabase open) {
    this.open = open;
    this.db = open.db();
  }

  /** All that was told. */
  public Set<Announcement> all() {
    return Set.copyOf(stored(db).keySet());
  }

  private static Map<Announcement, Integer> stored(DSLContext db) {
    Map<Announcement, Integer> stored = new HashMap<>();
    for (Record row : db.select(ANNOUNCEMENTS.fields()).from(ANNOUNCEMENTS).fetch()) {
      stored.put(announcement(row), row.get(ANNOUNCEMENTS.ID));
    }
    return stored;
  }

  /** The newest run of ingest; 0 before the first. */
  public int newestRun() {
    return greatest(db.select(DSL.max(RUNS.ID)).from(RUNS));
  }

  /**
   * The newest run that a digest about these domains has told of; 0 where there was none.
   *
   * @param domains empty for all
   */
  public int announcedRun(Set<DomainName> domains) {
    int run = 0;
    for (Record2<String, Integer> digest :
        db.select(DIGESTS.SCOPE, DIGESTS.RUN_ID).from(DIGESTS).fetch()) {
      if (covers(digest.value1(), domains)) {
        run = Math.max(run, digest.value2());
      }
    }
    return run;
  }

  /**
   * What came in after a run, for these domains; what was discarded has none.
   *
   * @param duplicates of it
   */
  public Arrivals arrivals(Set<DomainName> domains, int afterRun, long duplicates) {
    Condition since = REPORTS.RUN_ID.gt(afterRun);
    if (!domains.isEmpty()) {
      since =
          since.and(
              REPORTS.POLICY_ID.in(
                  db.select(POLICIES.ID)
                      .from(POLICIES)
                      .where(POLICIES.DOMAIN.in(domains.stream().map(DomainName::text).toList()))));
    }
    return new Arrivals(
        db.fetchCount(REPORTS, since.and(REPORTS.CONFLICT.isFalse())),
        duplicates,
        db.fetchCount(REPORTS, since.and(REPORTS.CONFLICT.isTrue())),
        discards(afterRun));
  }

  /** What stays in the mailbox is discarded by every run; it is told once. */
  private SortedMap<String, Long> discards(int afterRun) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    db.select(DISCARDS.REASON)
        .from(DISCARDS)
        .where(DISCARDS.RUN_ID.gt(afterRun))
        .forEach(row -> reasons.merge(row.value1(), 1L, Long::sum));
    return reasons;
  }

  /** On which days each reporter reported; reports of the future are left out. */
  public List<ReporterDays> reporterDays() {
    Map<String, List<LocalDate>> days = new LinkedHashMap<>();
    db.selectDistinct(REPORTS.REPORTER, REPORTS.REPORT_DAY)
        .from(REPORTS)
        .where(REPORTS.CONFLICT.isFalse(), REPORTS.LATE.isFalse())
        .orderBy(REPORTS.REPORTER, REPORTS.REPORT_DAY)
        .forEach(
            row -> days.computeIfAbsent(row.value1(), name -> new ArrayList<>()).add(row.value2()));
    List<ReporterDays> all = new ArrayList<>();
    days.forEach((name, list) -> all.add(new ReporterDays(name, list)));
    return all;
  }

  /**
   * Keeps what a digest has told, all of it or nothing.
   *
   * @param told all that counts as told from now on
   * @param domains those that it was about; empty for all
   * @param run the newest run that it told of
   * @param messages what of it is to be sent
   */
  public void save(
      Collection<Announcement> told, Set<DomainName> domains, int run, List<Message> messages) {
    open.inTransaction(
        inside -> {
          save(inside, told);
          saveDigest(inside, scope(domains), run);
          Outbox.add(inside, messages);
          return null;
        });
  }

  private static void save(DSLContext db, Collection<Announcement> told) {
    Map<Announcement, Integer> stored = stored(db);
    Set<Announcement> wanted = new HashSet<>(told);
    stored.forEach(
        (one, id) -> {
          if (!wanted.contains(one)) {
            db.deleteFrom(ANNOUNCEMENTS).where(ANNOUNCEMENTS.ID.eq(id)).execute();
          }
        });
    int id = greatest(db.select(DSL.max(ANNOUNCEMENTS.ID)).from(ANNOUNCEMENTS));
    List<Announcement> inOrder = new ArrayList<>(told);
    inOrder.sort(ORDER);
    for (Announcement one : inOrder) {
      if (!stored.containsKey(one)) {
        insert(db, ++id, one);
      }
    }
  }

  private static void insert(DSLContext db, int id, Announcement one) {
    db.insertInto(ANNOUNCEMENTS)
        .set(ANNOUNCEMENTS.ID, id)
        .set(ANNOUNCEMENTS.KIND, one.kind().word())
        .set(ANNOUNCEMENTS.DOMAIN, Lists.text(one.domain()))
        .set(ANNOUNCEMENTS.NAME, one.name())
        .set(ANNOUNCEMENTS.STATE, one.state().orElse(null))
        .set(ANNOUNCEMENTS.SINCE, one.since())
        .execute();
  }

  private static void saveDigest(DSLContext db, String scope, int run) {
    int updated =
        db.update(DIGESTS).set(DIGESTS.RUN_ID, run).where(DIGESTS.SCOPE.eq(scope)).execute();
    if (updated == 0) {
      db.insertInto(DIGESTS)
          .set(DIGESTS.ID, greatest(db.select(DSL.max(DIGESTS.ID)).from(DIGESTS)) + 1)
          .set(DIGESTS.SCOPE, scope)
          .set(DIGESTS.RUN_ID, run)
          .execute();
    }
  }

  private static int greatest(Select<Record1<Integer>> ids) {
    Integer id = ids.fetchOne().value1();
    return id == null ? 0 : id;
  }

  private static String scope(Set<DomainName> domains) {
    return domains.stream().map(DomainName::text).sorted().collect(Collectors.joining(" "));
  }

  private static boolean covers(String scope, Set<DomainName> domains) {
    Set<String> told = Set.of(scope.split(" "));
    return scope.isEmpty()
        || !domains.isEmpty() && domains.stream().map(DomainName::text).allMatch(told::contains);
  }

  private static Announcement announcement(Record row) {
    return new Announcement(
        Lists.word(Announcement.Kind.class, row.get(ANNOUNCEMENTS.KIND)).orElseThrow(),
        Lists.domain(row.get(ANNOUNCEMENTS.DOMAIN)),
        row.get(ANNOUNCEMENTS.NAME),
        Optional.ofNullable(row.get(ANNOUNCEMENTS.STATE)),
        row.get(ANNOUNCEMENTS.SINCE));
  }
}
