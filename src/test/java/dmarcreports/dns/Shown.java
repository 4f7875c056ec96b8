package dmarcreports.dns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What DNS has shown, from lines as those of {@link Zone}: the question of each was asked. With
 * {@code -} for its data, there was nothing.
 */
public final class Shown {
  public static final Instant DAY = Instant.parse("2026-11-20T03:00:00Z");

  private Shown() {}

  /** All of them on one day. */
  public static Snapshot of(String... lines) {
    return Snapshot.of(on(DAY, lines), Instant.EPOCH);
  }

  /** What was answered on a day. */
  public static List<LookedUp> on(Instant day, String... lines) {
    List<String> there = new ArrayList<>();
    TreeSet<Question> asked = new TreeSet<>();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      String type = words[1];
      asked.add(new Question(DnsName.parse(words[0]).orElseThrow(), RecordType.valueOf(type)));
      if (!words[2].equals("-")) {
        there.add(line);
      }
    }
    Zone zone = Zone.of(there.toArray(String[]::new));
    return asked.stream()
        .map(question -> LookedUp.at(day, question, zone.answer(question), "192.0.2.53"))
        .toList();
  }
}
