package dmarcreports.output.html.view;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How to read the page */
public enum GuidePhrase implements Phrase {
  UNRELIABLE("reporter", "faults"),
  UNRELIABLE_MEANS,
  HEADING,
  DMARC,
  EFFECT,
  WHOSE,
  STATES,
  WORDS,
  LIMITS,
  CLASS_TABLE,
  REPORTERS,
  REPORTER,
  REPORTS,
  MESSAGES,
  DEVIATIONS,
  DEVIATIONS_MEAN,
  LAST,
  DISCARDS,
  DISCARDS_MEAN,
  REASON,
  INPUT,
  DETAIL;

  private final List<String> arguments;

  GuidePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "html.guide";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
