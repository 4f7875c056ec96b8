package dmarcreports.analysis.remedy;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that is the same in every language, with places to fill in: {@code {domain}}.
 *
 * @param text as it is written in a file
 */
record Form(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_-]+)}");

  /** The names of its places, each once, in order. */
  List<String> places() {
    return PLACE.matcher(text).results().map(place -> place.group(1)).distinct().toList();
  }

  /** With these values in its places; a place without one stays as it is. */
  String fill(Map<String, String> values) {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
  }

  private static String value(MatchResult place, Map<String, String> values) {
    return values.getOrDefault(place.group(1), place.group());
  }
}
