package dmarcreports.mailbox.imap;

import dmarcreports.stored.Fate;
import dmarcreports.stored.ReadUids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was read of a folder, by UID. */
final class KnownUids {
  private final TreeMap<Long, ReadUids> ranges = new TreeMap<>();

  /**
   * @param read of two about a mail, the later holds
   */
  KnownUids(List<ReadUids> read) {
    read.forEach(this::add);
  }

  private void add(ReadUids added) {
    Map.Entry<Long, ReadUids> before = ranges.lowerEntry(added.first());
    if (before != null && before.getValue().last() >= added.first()) {
      ReadUids old = before.getValue();
      put(new ReadUids(old.first(), added.first() - 1, old.fate()));
      if (old.last() > added.last()) {
        put(new ReadUids(added.last() + 1, old.last(), old.fate()));
      }
    }
    while (true) {
      Map.Entry<Long, ReadUids> next = ranges.ceilingEntry(added.first());
      if (next == null || next.getKey() > added.last()) {
        break;
      }
      ranges.remove(next.getKey());
      if (next.getValue().last() > added.last()) {
        put(new ReadUids(added.last() + 1, next.getValue().last(), next.getValue().fate()));
      }
    }
    put(added);
  }

  /** Whether that is what came of a mail. */
  boolean is(long uid, Fate fate) {
    Map.Entry<Long, ReadUids> range = ranges.floorEntry(uid);
    return range != null && range.getValue().last() >= uid && range.getValue().fate() == fate;
  }

  private void put(ReadUids range) {
    ranges.put(range.first(), range);
  }

  /** From one UID to another. */
  record Range(long first, long last) {}

  /**
   * What is left to read.
   *
   * @param last the greatest UID that there may be
   * @param done what came of those that need not be read
   */
  List<Range> missing(long last, Set<Fate> done) {
    List<Range> missing = new ArrayList<>();
    long next = 1;
    for (ReadUids range : ranges.values()) {
      if (done.contains(range.fate())) {
        if (range.first() > next) {
          missing.add(new Range(next, range.first() - 1));
        }
        next = range.last() + 1;
      }
    }
    if (next <= last) {
      missing.add(new Range(next, last));
    }
    return missing;
  }
}
