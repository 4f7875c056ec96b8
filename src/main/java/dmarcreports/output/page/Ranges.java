package dmarcreports.output.page;

import java.util.ArrayList;
import java.util.List;

/** Ranks as they are listed. */
public final class Ranges {
  private static final int MOST_RANGES = 4;

  private Ranges() {}

  /** Ascending numbers, those that follow one another together: {@code 1, 4-7}. Few of them. */
  public static String of(List<Integer> ascending) {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= ascending.size(); i++) {
      if (i == ascending.size() || ascending.get(i) != ascending.get(i - 1) + 1) {
        int first = ascending.get(from);
        int last = ascending.get(i - 1);
        ranges.add(first == last ? "" + first : first + "-" + last);
        from = i;
      }
    }
    int shown = Math.min(ranges.size(), MOST_RANGES);
    return String.join(", ", ranges.subList(0, shown)) + (shown < ranges.size() ? ", ..." : "");
  }
}
