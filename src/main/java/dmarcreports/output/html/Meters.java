package dmarcreports.output.html;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.DomainPhrase;
import dmarcreports.output.html.view.Meter;
import dmarcreports.output.html.view.Meter.Part;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Whose;
import java.util.ArrayList;
import java.util.List;

/** How messages fared, as a bar. */
final class Meters {
  private final List<Part> parts = new ArrayList<>();
  private final Language language;
  private final double all;
  private double at;

  private Meters(double all, Language language) {
    this.all = all;
    this.language = language;
  }

  /** With whose the failing ones are believed to be. */
  static Meter of(Tally tally, Whose whose, Language language) {
    Meters meter =
        new Meters(
            (double) tally.pass()
                + whose.ours()
                + whose.perhapsOurs()
                + whose.others()
                + tally.unknown(),
            language);
    meter.add("pass", DomainPhrase.PART_PASS, tally.pass());
    meter.add("ours", DomainPhrase.PART_OURS, whose.ours());
    meter.add("perhaps", DomainPhrase.PART_PERHAPS, whose.perhapsOurs());
    meter.add("others", DomainPhrase.PART_OTHERS, whose.others());
    meter.add("unknown", DomainPhrase.PART_UNKNOWN, tally.unknown());
    return new Meter(meter.parts);
  }

  /**
   * Those of one sender.
   *
   * @param kind whose the failing ones are
   */
  static Meter of(Tally tally, String kind, Language language) {
    Meters meter = new Meters((double) tally.pass() + tally.fail() + tally.unknown(), language);
    meter.add("pass", DomainPhrase.PART_PASS, tally.pass());
    meter.add(kind, DomainPhrase.PART_FAIL, tally.fail());
    meter.add("unknown", DomainPhrase.PART_UNKNOWN, tally.unknown());
    return new Meter(meter.parts);
  }

  private void add(String kind, Phrase label, long messages) {
    if (messages > 0) {
      double width = messages / all;
      parts.add(
          new Part(
              kind,
              language.say(label),
              language.grouped(messages),
              Places.percent(at),
              Places.percent(width)));
      at += width;
    }
  }
}
