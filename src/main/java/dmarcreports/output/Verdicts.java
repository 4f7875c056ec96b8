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
    return tally.pass()
        + " of "
        + Numbers.counted(tally.messages(), "message")
        + (tally.messages() == 1 ? " passes DMARC (" : " pass DMARC (")
        + Numbers.percent(tally.passRate())
        + "), "
        + tally.fail()
        + (tally.fail() == 1 ? " fails" : " fail")
        + (tally.unknown() > 0 ? ", " + tally.unknown() + " cannot be told" : "");
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
    return of(tally) + ": " + String.join(", ", parts);
  }

  /** Both days, or the one that both are. */
  static String period(LocalDate first, LocalDate last) {
    return first.equals(last) ? "on " + first : first + " to " + last;
  }
}
