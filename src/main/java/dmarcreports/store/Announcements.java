package dmarcreports.store;

import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.report.DomainName;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.Lists;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.sql.Sql;
import dmarcreports.stored.Announcement;
import dmarcreports.stored.Arrivals;
import dmarcreports.stored.Message;
import dmarcreports.stored.ReporterDays;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.jooq.DSLContext;

/** What digests have told, and what has come since. */
public final class Announcements {
  /** The same announcements get the same ids. */
  private static final Comparator<Announcement> ORDER =
      Comparator.comparing(Announcement::kind)
          .thenComparing(one -> Lists.text(one.domain()), Comparator.nullsFirst(String::compareTo))
          .thenComparing(Announcement::name)
          .thenComparing(Announcement::since);

  private final OpenDatabase open;

  Announcements(OpenDatabase open) {
    this.open = open;
  }

  /** All that was told. */
  public Set<Announcement> all() {
    return Set.copyOf(stored().keySet());
  }

  private Map<Announcement, Integer> stored() {
    Map<Announcement, Integer> stored = new HashMap<>();
    open.each(Sql.ANNOUNCEMENTS, row -> stored.put(announcement(row), row.getInt(1)));
    return stored;
  }

  /** The newest run of ingest; 0 before the first. */
  public int newestRun() {
    return Math.toIntExact(open.number(Sql.LAST_RUN));
  }

  /**
   * The newest run that a digest about these domains has told of; 0 where there was none.
   *
   * @param domains empty for all
   */
  public int announcedRun(Set<DomainName> domains) {
    return open
        .all(Sql.DIGESTS, row -> covers(row.getString(1), domains) ? row.getInt(2) : 0)
        .stream()
        .reduce(0, Math::max);
  }

  /**
   * What came in after a run, for these domains; what was discarded has none.
   *
   * @param duplicates of it
   */
  public Arrivals arrivals(Set<DomainName> domains, int afterRun, long duplicates) {
    return new Arrivals(
        arrived(domains, afterRun, false),
        duplicates,
        arrived(domains, afterRun, true),
        discards(afterRun));
  }

  private long arrived(Set<DomainName> domains, int afterRun, boolean inConflict) {
    if (domains.isEmpty()) {
      return open.all(Sql.COUNT_ARRIVED, row -> row.getLong(1), afterRun, inConflict).get(0);
    }
    DSLContext db = open.db();
    return db.fetchCount(
        REPORTS,
        REPORTS.RUN_ID.gt(afterRun),
        REPORTS.CONFLICT.eq(inConflict),
        REPORTS.POLICY_ID.in(
            db.select(POLICIES.ID)
                .from(POLICIES)
                .where(POLICIES.DOMAIN.in(domains.stream().map(DomainName::text).toList()))));
  }

  /** What stays in the mailbox is discarded by every run; it is told once. */
  private SortedMap<String, Long> discards(int afterRun) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    open.each(Sql.REASONS_AFTER, row -> reasons.merge(row.getString(1), 1L, Long::sum), afterRun);
    return reasons;
  }

  /** On which days each reporter reported; reports of the future are left out. */
  public List<ReporterDays> reporterDays() {
    Map<String, List<LocalDate>> days = new LinkedHashMap<>();
    open.each(
        Sql.REPORTER_DAYS,
        row ->
            days.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                .add(row.getObject(2, LocalDate.class)));
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
        () -> {
          save(told);
          saveDigest(scope(domains), run);
          new Outbox(open).add(messages);
          return null;
        });
  }

  private void save(Collection<Announcement> told) {
    Map<Announcement, Integer> stored = stored();
    Set<Announcement> wanted = new HashSet<>(told);
    stored.forEach(
        (one, id) -> {
          if (!wanted.contains(one)) {
            open.run(Sql.FORGET_ANNOUNCEMENT, id);
          }
        });
    int id = NextIds.after(open, Sql.LAST_ANNOUNCEMENT);
    List<Announcement> inOrder = new ArrayList<>(told);
    inOrder.sort(ORDER);
    for (Announcement one : inOrder) {
      if (!stored.containsKey(one)) {
        insert(id++, one);
      }
    }
  }

  private void insert(int id, Announcement one) {
    open.run(
        Sql.INSERT_ANNOUNCEMENT,
        id,
        one.kind().word(),
        Lists.text(one.domain()),
        one.name(),
        one.state().orElse(null),
        one.since());
  }

  private void saveDigest(String scope, int run) {
    if (open.run(Sql.DIGEST_AGAIN, run, scope) == 0) {
      open.run(Sql.INSERT_DIGEST, NextIds.after(open, Sql.LAST_DIGEST), scope, run);
    }
  }

  private static String scope(Set<DomainName> domains) {
    return domains.stream().map(DomainName::text).sorted().collect(Collectors.joining(" "));
  }

  private static boolean covers(String scope, Set<DomainName> domains) {
    Set<String> told = Set.of(scope.split(" "));
    return scope.isEmpty()
        || !domains.isEmpty() && domains.stream().map(DomainName::text).allMatch(told::contains);
  }

  private static Announcement announcement(ResultSet row) throws SQLException {
    return new Announcement(
        Lists.word(Announcement.Kind.class, row.getString(2)).orElseThrow(),
        Lists.domain(row.getString(3)),
        row.getString(4),
        Optional.ofNullable(row.getString(5)),
        row.getObject(6, LocalDate.class));
  }
}
