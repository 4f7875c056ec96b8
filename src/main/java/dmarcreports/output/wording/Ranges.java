package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Names;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import java.util.ArrayList;
import java.util.List;

/** Ranks as they are listed. */
public final class Ranges {
  private static final int MOST_RANGES = 4;

  private Ranges() {}

  /** What an entry is called: its rank, or those of all its actions. */
  public static String of(Entry entry, Language language) {
    return of(entry.ranks(), language);
  }

  /** Ascending numbers, those that follow one another together: {@code 1, 4-7}. Few of them. */
  public static String of(List<Integer> ascending, Language language) {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= ascending.size(); i++) {
      if (i == ascending.size() || ascending.get(i) != ascending.get(i - 1) + 1) {
        ranges.add(range(ascending.get(from), ascending.get(i - 1), language));
        from = i;
      }
    }
    int shown = Math.min(ranges.size(), MOST_RANGES);
    Names names = Names.of(Names.Joint.COMMA, ranges.subList(0, shown));
    return shown < ranges.size()
        ? language.say(NumberPhrase.AND_SO_ON.of(names))
        : language.say(names);
  }

  private static String range(int first, int last, Language language) {
    return first == last ? "" + first : language.say(NumberPhrase.RANGE.of(first, last));
  }
}
