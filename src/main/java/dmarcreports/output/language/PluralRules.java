package dmarcreports.output.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of its forms a language takes for how many, as the Unicode CLDR writes such rules: {@code
 * one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14}. Of them the part that is needed for whole
 * numbers, so that {@code n} is the only operand. The first rule that holds decides; where none
 * does, it is {@code other}.
 */
final class PluralRules {
  private static final Pattern RELATION =
      Pattern.compile(
          "n(?: % ([0-9]{1,6}))? (!?=) ([0-9]+(?:\\.\\.[0-9]+)?(?:,[0-9]+(?:\\.\\.[0-9]+)?)*)");
  private static final String OTHER = "other";

  private final List<Rule> rules;

  private PluralRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads rules as they stand in a catalogue.
   *
   * @param text empty for a language with one form alone
   * @throws IllegalArgumentException where it is not of that form
   */
  static PluralRules parse(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String rule : text.isBlank() ? new String[0] : text.split(";")) {
      String[] parts = rule.strip().split(": ", 2);
      if (parts.length < 2 || !Template.CATEGORIES.contains(parts[0]) || parts[0].equals(OTHER)) {
        throw new IllegalArgumentException("no rule of plurals: " + rule.strip());
      }
      List<List<Relation>> either = new ArrayList<>();
      for (String all : parts[1].split(" or ")) {
        either.add(List.of(all.split(" and ")).stream().map(PluralRules::relation).toList());
      }
      rules.add(new Rule(parts[0], either));
    }
    return new PluralRules(rules);
  }

  /** The form for so many. */
  String category(long number) {
    for (Rule rule : rules) {
      if (rule.either.stream().anyMatch(all -> all.stream().allMatch(r -> r.holds(number)))) {
        return rule.category;
      }
    }
    return OTHER;
  }

  private static Relation relation(String text) {
    Matcher parts = RELATION.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("no rule of plurals: " + text.strip());
    }
    long modulus = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
    List<long[]> ranges = new ArrayList<>();
    for (String range : parts.group(3).split(",")) {
      String[] ends = range.split("\\.\\.");
      ranges.add(new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])});
    }
    return new Relation(modulus, parts.group(2).equals("="), ranges);
  }

  /** A form, and what has to hold for it: all of one of the lists. */
  private record Rule(String category, List<List<Relation>> either) {}

  /** Whether a number, or what is left of it, lies in one of some ranges. */
  private record Relation(long modulus, boolean inside, List<long[]> ranges) {
    boolean holds(long number) {
      long left = modulus == 0 ? number : number % modulus;
      return ranges.stream().anyMatch(r -> r[0] <= left && left <= r[1]) == inside;
    }
  }
}
