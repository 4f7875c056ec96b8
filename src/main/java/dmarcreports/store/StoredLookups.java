package dmarcreports.store;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.LookupRows;
import dmarcreports.stored.LookedUp;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What DNS has answered, so that findings can say it without asking: of each question the last
 * {@value #KEPT} answers that differed from the one before.
 */
public final class StoredLookups {
  /** So many answers to a question are kept. */
  public static final int KEPT = 50;

  private static final Comparator<LookedUp> ORDER = Comparator.comparing(LookedUp::question);

  private final OpenDatabase open;

  StoredLookups(OpenDatabase open) {
    this.open = open;
  }

  /** All answers, in the order in which they came. */
  public List<LookedUp> all() {
    return new LookupRows(open.db()).all();
  }

  /** Keeps new answers, all of them or none. */
  public void save(Collection<LookedUp> answers) {
    List<LookedUp> sorted = answers.stream().sorted(ORDER).toList();
    open.inTransaction(
        inside -> {
          LookupRows rows = new LookupRows(inside);
          sorted.forEach(one -> save(rows, one));
          return null;
        });
  }

  private static void save(LookupRows rows, LookedUp one) {
    List<LookedUp> before = rows.of(one.question());
    LookedUp newest = before.isEmpty() ? null : before.get(before.size() - 1);
    if (newest == null || !newest.saysTheSameAs(one)) {
      rows.add(one);
      rows.forgetOld(one.question(), KEPT);
    } else if (one.last().isAfter(newest.last())) {
      rows.heldOn(one);
    }
  }
}
