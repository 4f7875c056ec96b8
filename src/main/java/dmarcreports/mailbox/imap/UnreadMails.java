package dmarcreports.mailbox.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The UIDs of the mails that are to be read.
 *
 * @param uids in their order
 * @param among where they were looked for
 */
record UnreadMails(long[] uids, List<KnownUids.Range> among) {
  /** More than so many are asked for in parts. */
  private static final int AT_ONCE = 1_000_000;

  /** A command that names more of them is too long. */
  private static final int NAMED = 40;

  /** Asks a server which UIDs of a set there are. */
  interface Search {
    long[] of(String set) throws IOException;
  }

  /** These alone. */
  static UnreadMails exactly(long... uids) {
    return new UnreadMails(uids, List.of());
  }

  /**
   * Those of some ranges that are there.
   *
   * @param mails how many the folder has
   */
  static UnreadMails of(List<KnownUids.Range> among, int mails, Search search) throws IOException {
    if (among.isEmpty() || mails == 0) {
      return new UnreadMails(new long[0], among);
    }
    LongStream.Builder found = LongStream.builder();
    for (String set : sets(among, mails)) {
      for (long uid : search.of(set)) {
        if (range(among, uid).isPresent()) {
          found.add(uid);
        }
      }
    }
    return new UnreadMails(found.build().toArray(), among);
  }

  private static List<String> sets(List<KnownUids.Range> among, int mails) {
    if (mails <= AT_ONCE && among.size() <= NAMED) {
      return List.of(
          String.join(
              ",", among.stream().map(one -> UidSets.range(one.first(), one.last())).toList()));
    }
    long first = among.get(0).first();
    long last = among.get(among.size() - 1).last();
    long width = mails <= AT_ONCE ? last - first + 1 : AT_ONCE;
    return LongStream.iterate(first, from -> from <= last, from -> from + width)
        .mapToObj(from -> UidSets.range(from, Math.min(last, from + width - 1)))
        .toList();
  }

  private static Optional<KnownUids.Range> range(List<KnownUids.Range> among, long uid) {
    int low = 0;
    int high = among.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      KnownUids.Range range = among.get(middle);
      if (uid < range.first()) {
        high = middle - 1;
      } else if (uid > range.last()) {
        low = middle + 1;
      } else {
        return Optional.of(range);
      }
    }
    return Optional.empty();
  }

  int count() {
    return uids.length;
  }

  /** Some of them. */
  List<Long> some(int from, int most) {
    return LongStream.of(uids).skip(from).limit(most).boxed().toList();
  }

  /** The first UID from which on there is none before a mail that is among them. */
  long from(long uid) {
    int place = Arrays.binarySearch(uids, uid);
    long begin = range(among, uid).map(KnownUids.Range::first).orElse(uid);
    return place > 0 ? Math.max(begin, uids[place - 1] + 1) : begin;
  }

  /** Where there is none: in each range, after the last that is in it. */
  List<KnownUids.Range> empty() {
    List<KnownUids.Range> empty = new ArrayList<>();
    for (KnownUids.Range range : among) {
      int place = Arrays.binarySearch(uids, range.last());
      int before = place >= 0 ? place : -place - 2;
      long from = before < 0 ? range.first() : Math.max(range.first(), uids[before] + 1);
      if (from <= range.last()) {
        empty.add(new KnownUids.Range(from, range.last()));
      }
    }
    return empty;
  }
}
