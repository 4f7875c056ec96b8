package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Whose;
import java.time.LocalDate;

/** How mail fared, in a sentence. */
public final class Verdicts {
  private Verdicts() {}

  /** Without the full stop. */
  public static String of(Tally tally, Language language) {
    Saying decided = decided(tally, language);
    return language.say(
        tally.unknown() > 0 ? VerdictPhrase.WITH_UNDECIDED.of(decided, tally.unknown()) : decided);
  }

  private static Saying decided(Tally tally, Language language) {
    return VerdictPhrase.DECIDED.of(
        tally.pass(), tally.messages(), Numbers.percent(tally.passRate(), language), tally.fail());
  }

  /** The same, with whose the failing mail is believed to be. */
  public static String of(Tally tally, Whose whose, Language language) {
    if (tally.fail() == 0) {
      return of(tally, language);
    }
    Saying decided = decided(tally, language);
    // what is undecided stands behind whose mail fails, as it is no part of that
    return language.say(
        tally.unknown() > 0
            ? VerdictPhrase.WHOSE_WITH_UNDECIDED.of(decided, saying(whose), tally.unknown())
            : VerdictPhrase.WHOSE.of(decided, saying(whose)));
  }

  private static Saying saying(Whose whose) {
    long ours = whose.ours();
    long perhaps = whose.perhapsOurs();
    long others = whose.others();
    if (ours == 0 && perhaps == 0) {
      return VerdictPhrase.NONE_OURS.of();
    }
    if (ours == 0) {
      return others == 0
          ? VerdictPhrase.PERHAPS.of(perhaps)
          : VerdictPhrase.PERHAPS_AND_OTHERS.of(perhaps, others);
    }
    if (perhaps == 0) {
      return others == 0
          ? VerdictPhrase.OURS.of(ours)
          : VerdictPhrase.OURS_AND_OTHERS.of(ours, others);
    }
    return others == 0
        ? VerdictPhrase.OURS_AND_PERHAPS.of(ours, perhaps)
        : VerdictPhrase.OURS_AND_PERHAPS_AND_OTHERS.of(ours, perhaps, others);
  }

  /** Both days, or the one that both are. */
  public static String period(LocalDate first, LocalDate last, Language language) {
    return language.say(
        first.equals(last)
            ? VerdictPhrase.ON_DAY.of(first)
            : VerdictPhrase.FROM_DAY_TO_DAY.of(first, last));
  }
}
