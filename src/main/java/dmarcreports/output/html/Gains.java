package dmarcreports.output.html;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.ActionLabel;
import dmarcreports.output.html.view.ActionView.Gain;
import dmarcreports.output.html.view.ActionView.Mark;
import dmarcreports.output.html.view.ActionView.Range;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import dmarcreports.output.wording.Numbers;
import java.util.Optional;
import java.util.OptionalDouble;

/** What becomes of the pass rate of a domain, drawn for all its actions on the same line. */
final class Gains {
  /** Where the line begins: at the last of these that is not above the rate as it is. */
  private static final double[] BEGINNINGS = {0, 0.5, 0.8, 0.9, 0.98};

  private final Tally tally;
  private final Language language;
  private final double from;

  Gains(Tally tally, Language language) {
    this.tally = tally;
    this.language = language;
    double begin = 0;
    for (double one : BEGINNINGS) {
      begin = one <= tally.passRate().orElse(0) ? one : begin;
    }
    this.from = begin;
  }

  /** Empty where nothing is repaired, or nothing has a verdict. */
  Optional<Gain> of(Entry entry) {
    OptionalDouble now = tally.passRate();
    if (entry.repairedMax() == 0 || now.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gain(
            Numbers.percent(OptionalDouble.of(from), language),
            Numbers.percent(OptionalDouble.of(1), language),
            new Mark(Numbers.percent(now, language), at(now)),
            range(ActionLabel.AFTER.of(), then(entry, true), then(entry, false)),
            together(entry)));
  }

  /** One action is told with its own rates; several concern different messages. */
  private OptionalDouble then(Entry entry, boolean least) {
    if (entry.members().size() == 1) {
      Action action = entry.first();
      return least ? action.rateMin() : action.rateMax();
    }
    OptionalDouble rate = tally.passRateWith(least ? entry.repairedMin() : entry.repairedMax());
    return rate.isEmpty() ? rate : OptionalDouble.of(Math.min(1, rate.getAsDouble()));
  }

  private Optional<Range> together(Entry entry) {
    if (entry.together().isEmpty() || entry.isAlternative()) {
      return Optional.empty();
    }
    ActionLabel label =
        entry.togetherWithClosed() ? ActionLabel.TOGETHER_WITH_CLOSED : ActionLabel.TOGETHER;
    return Optional.of(
        range(label.of(entry.lastRank()), entry.together().get(0), entry.together().get(1)));
  }

  private Range range(Saying label, OptionalDouble least, OptionalDouble most) {
    return new Range(
        language.say(label),
        Numbers.percent(least, most, language),
        at(least),
        at(most),
        Places.percent(place(most) - place(least)));
  }

  private String at(OptionalDouble rate) {
    return Places.percent(place(rate));
  }

  private double place(OptionalDouble rate) {
    return Math.max(0, (rate.orElse(0) - from) / (1 - from));
  }
}
