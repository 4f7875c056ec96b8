package dmarcreports.output.language;

import dmarcreports.analysis.saying.Phrase;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong with a catalogue, line by line. */
final class Catalogue {
  /** What a language says of itself, with the places in it. */
  private static final Map<String, Set<String>> OF_THE_LANGUAGE =
      Map.of(
          "language.plurals",
          Set.of(),
          "language.groups",
          Set.of(),
          "language.decimals",
          Set.of(),
          "language.capitals",
          Set.of(),
          "language.between_sentences",
          Set.of(),
          "names.comma",
          Set.of(),
          "names.and",
          Set.of(),
          "names.or",
          Set.of(),
          "names.more",
          Set.of("more"));

  private Catalogue() {}

  /** Sentences about it; none where nothing is wrong. */
  static List<String> faults(String file, Collection<? extends Phrase> phrases) throws IOException {
    List<String> faults = new ArrayList<>();
    Map<String, Set<String>> wanted = new TreeMap<>(OF_THE_LANGUAGE);
    phrases.forEach(phrase -> wanted.put(phrase.key(), Set.copyOf(phrase.arguments())));
    Properties lines = new Properties();
    lines.load(new StringReader(file));
    Set<String> forms = forms(lines.getProperty("language.plurals", ""), faults);
    for (String key : new TreeSet<>(lines.stringPropertyNames())) {
      if (!wanted.containsKey(key)) {
        faults.add(key + " is never said");
        continue;
      }
      try {
        Template words = Template.parse(lines.getProperty(key));
        Set<String> places = words.places();
        if (!forms.containsAll(words.categories())) {
          faults.add(key + " has the forms " + words.categories() + ", the language " + forms);
        }
        if (!places.equals(wanted.get(key))) {
          faults.add(key + " speaks of " + places + ", the phrase of " + wanted.get(key));
        }
      } catch (IllegalArgumentException e) {
        faults.add(key + ": " + e.getMessage());
      }
    }
    for (String key : wanted.keySet()) {
      if (lines.getProperty(key) == null) {
        faults.add(key + " has no words");
      }
    }
    faults.addAll(twice(file));
    return faults;
  }

  /** The forms by number that the rules of the language know. */
  private static Set<String> forms(String rules, List<String> faults) {
    try {
      PluralRules plurals = PluralRules.parse(rules);
      Set<String> forms = new TreeSet<>(Set.of("other"));
      for (long number = 0; number < 1_000; number++) {
        forms.add(plurals.category(number));
      }
      return forms;
    } catch (IllegalArgumentException e) {
      faults.add("language.plurals: " + e.getMessage());
      return Set.of("other");
    }
  }

  private static List<String> twice(String file) {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean goesOn = false;
    for (String line : file.lines().toList()) {
      boolean starts = !goesOn && !line.isBlank() && !line.startsWith("#");
      goesOn = line.endsWith("\\");
      if (starts && !seen.add(line.split("=", 2)[0].strip())) {
        faults.add(line.split("=", 2)[0].strip() + " stands there twice");
      }
    }
    return faults;
  }
}
