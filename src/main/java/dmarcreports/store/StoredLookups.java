package dmarcreports.store;

import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Snapshot;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.LookupRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What DNS has answered, so that findings can say it without asking: of each question the last
 * {@value #KEPT} answers that differed from the one before.
 */
public final class StoredLookups {
  /** So many answers to a question are kept. */
  public static final int KEPT = 50;

  /** What addresses are called counts so long at least: it is asked for less often than that. */
  static final Duration NAMES_COUNT = Duration.ofDays(60);

  private static final Comparator<LookedUp> ORDER = Comparator.comparing(LookedUp::question);

  private final OpenDatabase open;

  StoredLookups(OpenDatabase open) {
    this.open = open;
  }

  /** All answers, in the order in which they came. */
  public List<LookedUp> all() {
    return LookupRows.all(open);
  }

  /**
   * What they show, as far as they are not too old.
   *
   * @param age how old they may be on that day, or when the last of them came, whichever is later
   */
  public Snapshot snapshot(Duration age, Supplier<Optional<LocalDate>> newestDay) {
    List<LookedUp> all = all();
    if (all.isEmpty()) {
      return Snapshot.NONE;
    }
    Instant last = all.stream().map(LookedUp::last).max(Instant::compareTo).orElse(Instant.MIN);
    Instant day =
        newestDay.get().map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(Instant.MIN);
    Instant now = last.isAfter(day) ? last : day;
    Duration nameAge = age.compareTo(NAMES_COUNT) > 0 ? age : NAMES_COUNT;
    return Snapshot.of(all, now.minus(age), now.minus(nameAge));
  }

  /** Keeps new answers, all of them or none. */
  public void save(Collection<LookedUp> answers) {
    List<LookedUp> sorted = answers.stream().sorted(ORDER).toList();
    open.inTransaction(
        () -> {
          LookupRows rows = new LookupRows(open.db());
          sorted.forEach(one -> save(rows, one));
          return null;
        });
  }

  /** Forgets the answers that did not come again since. */
  void forgetBefore(Instant oldest) {
    open.inTransaction(
        () -> {
          new LookupRows(open.db()).forgetBefore(oldest);
          return null;
        });
  }

  private void save(LookupRows rows, LookedUp one) {
    List<LookedUp> before = LookupRows.of(open, one.question());
    LookedUp newest = before.isEmpty() ? null : before.get(before.size() - 1);
    if (newest == null || !newest.saysTheSameAs(one)) {
      rows.add(one);
      rows.forgetOld(one.question(), KEPT);
    } else if (one.last().isAfter(newest.last())) {
      rows.heldOn(one);
    }
  }
}
