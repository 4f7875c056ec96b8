package dmarcreports.mailbox.imap;

import java.util.ArrayList;
import java.util.List;

/** UIDs as a command names them. */
final class UidSets {
  /** So long a command line may be everywhere. */
  private static final int LONGEST = 900;

  private UidSets() {}

  /** Some of the UIDs, and how a command names them. */
  record Named(List<Long> uids, String set) {}

  /**
   * All of them, in as many commands as it takes.
   *
   * @param uids in their order; no others are ever named
   */
  static List<Named> of(List<Long> uids) {
    List<Named> all = new ArrayList<>();
    List<Long> some = new ArrayList<>();
    StringBuilder set = new StringBuilder();
    for (int i = 0; i < uids.size(); i++) {
      int first = i;
      while (i + 1 < uids.size() && uids.get(i + 1) == uids.get(i) + 1) {
        i++;
      }
      String range = range(uids.get(first), uids.get(i));
      if (set.length() + 1 + range.length() > LONGEST) {
        all.add(new Named(List.copyOf(some), set.toString()));
        some.clear();
        set.setLength(0);
      }
      some.addAll(uids.subList(first, i + 1));
      set.append(set.isEmpty() ? "" : ",").append(range);
    }
    if (!some.isEmpty()) {
      all.add(new Named(List.copyOf(some), set.toString()));
    }
    return all;
  }

  static String range(long first, long last) {
    return first == last ? Long.toString(first) : first + ":" + last;
  }
}
