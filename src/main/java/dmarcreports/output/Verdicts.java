package dmarcreports.output;

import dmarcreports.analysis.sums.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How mail fared, in a sentence. */
final class Verdicts {
  private Verdicts() {}

  /** Without the full stop. */
  static String of(Tally tally) {
    return decided(tally) + (tally.unknown() > 0 ? ", " + unknown(tally) : "");
  }

  private static String unknown(Tally tally) {
    return tally.unknown() + " cannot be told";
  }

  private static String decided(Tally tally) {
    return tally.pass()
        + " of "
        + Numbers.counted(tally.messages(), "message")
        + (tally.messages() == 1 ? " passes DMARC (" : " pass DMARC (")
        + Numbers.percent(tally.passRate())
        + "), "
        + tally.fail()
        + (tally.fail() == 1 ? " fails" : " fail");
  }

  /** The same, with whose the failing mail is believed to be. */
  static String of(Tally tally, Whose whose) {
    if (tally.fail() == 0) {
      return of(tally);
    }
    List<String> parts = new ArrayList<>();
    if (whose.ours() > 0) {
      parts.add(whose.ours() + " believed to be yours");
    }
    if (whose.perhapsOurs() > 0) {
      parts.add(whose.perhapsOurs() + (parts.isEmpty() ? " perhaps yours" : " perhaps"));
    }
    if (parts.isEmpty()) {
      parts.add("none believed to be yours");
    } else if (whose.others() > 0) {
      parts.add(whose.others() + " not");
    }
    // what is undecided stands behind whose mail fails, as it is no part of that
    return decided(tally)
        + ": "
        + String.join(", ", parts)
        + (tally.unknown() > 0 ? "; " + unknown(tally) : "");
  }

  /** Both days, or the one that both are. */
  static String period(LocalDate first, LocalDate last) {
    return first.equals(last) ? "on " + first : first + " to " + last;
  }
}
