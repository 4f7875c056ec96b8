package dmarcreports.mailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.stored.Fate;
import dmarcreports.stored.ReadUids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left to read of a folder, against a list of each UID. */
class KnownUidsTest {
  private static final int LAST = 60;

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  private static List<ReadUids> read(Random random, Fate[] fates) {
    List<ReadUids> read = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      int first = 1 + random.nextInt(LAST);
      int last = first + random.nextInt(LAST + 1 - first);
      Fate fate = Fate.values()[random.nextInt(Fate.values().length)];
      read.add(new ReadUids(first, last, fate));
      for (int uid = first; uid <= last; uid++) {
        fates[uid] = fate;
      }
    }
    return read;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsMissedAndTheLaterHolds(int seed) throws IOException {
    Random random = new Random(seed);
    Fate[] fates = new Fate[LAST + 1];
    KnownUids known = new KnownUids(read(random, fates));
    Set<Fate> done = EnumSet.noneOf(Fate.class);
    for (Fate fate : Fate.values()) {
      if (random.nextBoolean()) {
        done.add(fate);
      }
    }
    TreeSet<Long> expected = new TreeSet<>();
    TreeSet<Long> there = new TreeSet<>();
    for (int uid = 1; uid <= LAST; uid++) {
      if (random.nextBoolean()) {
        there.add((long) uid);
      }
      if (fates[uid] == null || !done.contains(fates[uid])) {
        expected.add((long) uid);
      }
    }
    List<KnownUids.Range> missing = known.missing(LAST, done);
    TreeSet<Long> named = new TreeSet<>();
    missing.forEach(
        range -> LongStream.rangeClosed(range.first(), range.last()).forEach(named::add));
    assertEquals(expected, named);

    UnreadMails mails =
        UnreadMails.of(
            missing, there.size(), set -> there.stream().mapToLong(Long::longValue).toArray());
    TreeSet<Long> unread = new TreeSet<>(there);
    unread.retainAll(expected);
    assertEquals(List.copyOf(unread), mails.some(0, LAST));
    TreeSet<Long> accounted = new TreeSet<>();
    for (long uid : unread) {
      for (long one = mails.from(uid); one <= uid; one++) {
        assertTrue(accounted.add(one), "twice: " + one);
        assertTrue(one == uid || !there.contains(one), "there: " + one);
      }
    }
    for (KnownUids.Range range : mails.empty()) {
      for (long one = range.first(); one <= range.last(); one++) {
        assertTrue(accounted.add(one), "twice: " + one);
        assertTrue(!there.contains(one), "there: " + one);
      }
    }
    assertEquals(expected, accounted);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSetNamesTheseUidsAndNoOthers(int seed) {
    Random random = new Random(seed);
    TreeSet<Long> uids = new TreeSet<>();
    for (int i = random.nextInt(1_000); i > 0; i--) {
      uids.add(1L + random.nextInt(2_000));
    }
    List<Long> named = new ArrayList<>();
    for (UidSets.Named some : UidSets.of(List.copyOf(uids))) {
      assertTrue(some.set().length() <= 900, some.set());
      List<Long> these = new ArrayList<>();
      for (String range : some.set().split(",")) {
        String[] ends = range.split(":");
        LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
            .forEach(these::add);
      }
      assertEquals(some.uids(), these);
      named.addAll(these);
    }
    assertEquals(List.copyOf(uids), named);
  }
}
