package dmarcreports.output.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The words of one phrase, with places for what it speaks of: {@code {name}}, {@code {name,
 * number}} for a number in groups of three digits, or, by number, {@code {name, plural, =1 {#
 * message} other {# messages}}}, as in ICU's message format, of which this is the part that is
 * needed; but {@code #} is not grouped. Quotes are ordinary characters.
 */
final class Template {
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

  /** The words, with that in their places. */
  void fill(Function<String, Object> values, Function<Object, String> words, StringBuilder to) {
    for (Part part : parts) {
      part.fill(values, words, to);
    }
  }

  /** A piece of the words. */
  private interface Part {
    void places(SortedSet<String> to);

    void fill(Function<String, Object> values, Function<Object, String> words, StringBuilder to);
  }

  private record Text(String text) implements Part {
    @Override
    public void places(SortedSet<String> to) {}

    @Override
    public void fill(
        Function<String, Object> values, Function<Object, String> words, StringBuilder to) {
      to.append(text);
    }
  }

  private record Place(String name) implements Part {
    @Override
    public void places(SortedSet<String> to) {
      to.add(name);
    }

    @Override
    public void fill(
        Function<String, Object> values, Function<Object, String> words, StringBuilder to) {
      to.append(words.apply(values.apply(name)));
    }
  }

  /** A number in groups of three digits. */
  private record Grouped(String name) implements Part {
    @Override
    public void places(SortedSet<String> to) {
      to.add(name);
    }

    @Override
    public void fill(
        Function<String, Object> values, Function<Object, String> words, StringBuilder to) {
      long number = ((Number) values.apply(name)).longValue();
      to.append(String.format(Locale.ROOT, "%,d", number));
    }
  }

  /** By number: that of one, or the other. */
  private record Plural(String name, Template one, Template other) implements Part {
    @Override
    public void places(SortedSet<String> to) {
      to.add(name);
      to.addAll(one.places());
      to.addAll(other.places());
    }

    @Override
    public void fill(
        Function<String, Object> values, Function<Object, String> words, StringBuilder to) {
      long number = ((Number) values.apply(name)).longValue();
      (number == 1 ? one : other).fill(values, words, to);
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
      expect(", plural, =1 {");
      Template one = template(name);
      expect("} other {");
      Template other = template(name);
      expect("}}");
      return new Plural(name, one, other);
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
