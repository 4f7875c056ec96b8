package dmarcreports.output.language;

import dmarcreports.output.plain.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The words of one phrase, with places for what it speaks of: {@code {name}}, {@code {name,
 * number}} for a number in groups of three digits, or, by number, {@code {name, plural, =1 {#
 * message} few {…} other {# messages}}}, as in ICU's message format, of which this is the part that
 * is needed; but {@code #} is not grouped. Quotes are ordinary characters. Words that have a blank
 * beside a place, as Japanese has around Latin letters, lose it where wide characters come to stand
 * on both of its sides.
 */
final class Template {
  /** The names that the Unicode CLDR has for the forms of words by number. */
  static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many", "other");

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads the words as they stand in a catalogue.
   *
   * @throws IllegalArgumentException where a brace has no other, or a plural has no {@code other}
   */
  static Template parse(String text) {
    return new Reader(text).all();
  }

  /** The names of its places. */
  SortedSet<String> places() {
    SortedSet<String> places = new TreeSet<>();
    parts.forEach(part -> part.places(places));
    return places;
  }

  /** The forms by number that it has words for. */
  SortedSet<String> categories() {
    SortedSet<String> categories = new TreeSet<>();
    parts.forEach(part -> part.categories(categories));
    return categories;
  }

  /** The words, with that in their places. */
  void fill(Function<String, Object> values, Manner manner, StringBuilder to) {
    for (Part part : parts) {
      part.fill(values, manner, to);
    }
  }

  /** How a language writes what stands in a place. */
  interface Manner {
    /** A name, a number, a clause. */
    String word(Object value);

    /** A number in groups. */
    String grouped(long number);

    /** The form of words for so many, one of {@link #CATEGORIES}. */
    String category(long number);
  }

  /** A piece of the words. */
  private interface Part {
    void places(SortedSet<String> to);

    default void categories(SortedSet<String> to) {}

    void fill(Function<String, Object> values, Manner manner, StringBuilder to);
  }

  private record Text(String text) implements Part {
    @Override
    public void places(SortedSet<String> to) {}

    @Override
    public void fill(Function<String, Object> values, Manner manner, StringBuilder to) {
      Lines.append(text, to);
    }
  }

  private record Place(String name) implements Part {
    @Override
    public void places(SortedSet<String> to) {
      to.add(name);
    }

    @Override
    public void fill(Function<String, Object> values, Manner manner, StringBuilder to) {
      Lines.append(manner.word(values.apply(name)), to);
    }
  }

  /** A number in groups of three digits. */
  private record Grouped(String name) implements Part {
    @Override
    public void places(SortedSet<String> to) {
      to.add(name);
    }

    @Override
    public void fill(Function<String, Object> values, Manner manner, StringBuilder to) {
      to.append(manner.grouped(((Number) values.apply(name)).longValue()));
    }
  }

  /** By number: that of exactly so many, or of its form, or the other. */
  private record Plural(String name, Map<String, Template> cases) implements Part {
    private static final String OTHER = "other";

    @Override
    public void places(SortedSet<String> to) {
      to.add(name);
      cases.values().forEach(one -> to.addAll(one.places()));
    }

    @Override
    public void categories(SortedSet<String> to) {
      cases.keySet().stream().filter(CATEGORIES::contains).forEach(to::add);
      cases.values().forEach(one -> to.addAll(one.categories()));
    }

    @Override
    public void fill(Function<String, Object> values, Manner manner, StringBuilder to) {
      long number = ((Number) values.apply(name)).longValue();
      Template exact = cases.get("=" + number);
      Template words = exact != null ? exact : cases.get(manner.category(number));
      (words != null ? words : cases.get(OTHER)).fill(values, manner, to);
    }
  }

  private static final class Reader {
    private static final String NUMBER = ", number}";

    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Template all() {
      Template whole = template("");
      if (at < text.length()) {
        throw wrong("a closing brace too many");
      }
      return whole;
    }

    /** Up to the end or the brace that ends it. */
    private Template template(String counted) {
      List<Part> parts = new ArrayList<>();
      StringBuilder plain = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '}') {
        char c = text.charAt(at++);
        if (c == '{' || c == '#' && !counted.isEmpty()) {
          flush(plain, parts);
          parts.add(c == '#' ? new Place(counted) : place());
        } else {
          plain.append(c);
        }
      }
      flush(plain, parts);
      return new Template(parts);
    }

    private Part place() {
      int from = at;
      while (at < text.length() && text.charAt(at) != '}' && text.charAt(at) != ',') {
        at++;
      }
      String name = text.substring(from, at).strip();
      if (at < text.length() && text.charAt(at) == '}') {
        at++;
        return new Place(name);
      }
      if (text.startsWith(NUMBER, at)) {
        at += NUMBER.length();
        return new Grouped(name);
      }
      expect(", plural,");
      Map<String, Template> cases = new LinkedHashMap<>();
      while (!cases.containsKey(Plural.OTHER)) {
        expect(" ");
        String selector = selector();
        expect(" {");
        if (cases.put(selector, template(name)) != null) {
          throw wrong(selector + " twice");
        }
        expect("}");
      }
      expect("}");
      return new Plural(name, cases);
    }

    /** {@code =1}, or one of {@link #CATEGORIES}. */
    private String selector() {
      int from = at;
      while (at < text.length() && text.charAt(at) != ' ') {
        at++;
      }
      String selector = text.substring(from, at);
      if (!CATEGORIES.contains(selector) && !selector.matches("=[0-9]{1,9}")) {
        throw wrong("no form of a plural");
      }
      return selector;
    }

    private void expect(String token) {
      if (!text.startsWith(token, at)) {
        throw wrong("no \"" + token + "\"");
      }
      at += token.length();
    }

    private static void flush(StringBuilder plain, List<Part> parts) {
      if (!plain.isEmpty()) {
        parts.add(new Text(plain.toString()));
        plain.setLength(0);
      }
    }

    private IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(what + " at " + at + " in: " + text);
    }
  }
}
