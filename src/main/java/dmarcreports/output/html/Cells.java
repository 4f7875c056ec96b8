package dmarcreports.output.html;

import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.Sorted;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.Numbers;

/** Numbers as they stand in tables. */
final class Cells {
  private static final String NONE = "–";

  private Cells() {}

  /** In groups of digits, sorted by its size. */
  static Sorted number(long number, Language language) {
    return new Sorted(language.grouped(number), "" + number);
  }

  /** The pass rate; a dash where nothing has a verdict. */
  static String rate(Tally tally, Language language) {
    return tally.passRate().isEmpty() ? NONE : Numbers.percent(tally.passRate(), language);
  }
}
