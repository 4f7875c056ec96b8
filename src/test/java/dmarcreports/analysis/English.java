package dmarcreports.analysis;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import java.util.List;

/** What the analysis says, as tests read it. */
public final class English {
  private English() {}

  public static String of(Phrase phrase) {
    return Language.english().say(phrase);
  }

  public static String of(Saying saying) {
    return Language.english().say(saying);
  }

  public static String of(List<Saying> sentences) {
    return Language.english().say(sentences);
  }
}
