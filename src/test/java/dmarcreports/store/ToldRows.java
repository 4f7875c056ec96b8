package dmarcreports.store;

import dmarcreports.store.open.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What a database hands out, to be compared and told again. */
final class ToldRows implements Kept {
  private final List<String> lines = new ArrayList<>();
  private final List<Consumer<Kept>> rows = new ArrayList<>();

  static ToldRows of(Database database) {
    ToldRows told = new ToldRows();
    Unload.of(database, Duration.ZERO, told);
    return told;
  }

  /** The first so many. */
  ToldRows first(int most) {
    ToldRows some = new ToldRows();
    rows.subList(0, most).forEach(row -> row.accept(some));
    return some;
  }

  List<String> lines() {
    return lines;
  }

  void tell(Kept to) {
    rows.forEach(row -> row.accept(to));
  }

  private void add(Consumer<Kept> row, Object... values) {
    rows.add(row);
    lines.add(Arrays.deepToString(values));
  }

  @Override
  public void report(boolean conflict, Object[] report, Object[] policy) {
    add(to -> to.report(conflict, report, policy), conflict, report, policy);
  }

  @Override
  public void record(byte[] source, long messages, Object[] evidence) {
    add(to -> to.record(source, messages, evidence), source, messages, evidence);
  }

  @Override
  public void discard(String place, Object[] discard) {
    add(to -> to.discard(place, discard), place, discard);
  }
}
