package dmarcreports.output.html.view;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.output.language.Language;

/** The labels of the page in its language. */
public record Said(Language language) {
  public String of(Phrase phrase, Object... values) {
    return language.say(phrase.of(values));
  }
}
