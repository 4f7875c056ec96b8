package dmarcreports.output.language;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A language to say things in: the words of its catalogue, a file of keys and words in UTF-8 that
 * comes with the program. Immutable.
 */
public final class Language {
  private static final String BETWEEN_SENTENCES = "language.between_sentences";

  private final Map<String, Template> words;

  private Language(Map<String, Template> words) {
    this.words = Map.copyOf(words);
  }

  /** English. */
  public static Language english() {
    return English.LANGUAGE;
  }

  /**
   * The language of a catalogue.
   *
   * @param code as in the name of its file: {@code en}
   */
  public static Language of(String code) {
    Properties lines = new Properties();
    try (InputStream file = Language.class.getResourceAsStream(code + ".properties")) {
      lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Template> words = new HashMap<>();
    for (String key : lines.stringPropertyNames()) {
      words.put(key, Template.parse(lines.getProperty(key)));
    }
    return new Language(words);
  }

  /** What it has words for. */
  Set<String> keys() {
    return new TreeSet<>(words.keySet());
  }

  /** The places in the words of a key. */
  Set<String> places(String key) {
    return words.get(key).places();
  }

  /** That in this language. */
  public String say(Saying saying) {
    StringBuilder sentence = new StringBuilder();
    say(saying, sentence);
    return sentence.toString();
  }

  /** A phrase that speaks of nothing in particular. */
  public String say(Phrase phrase) {
    return say(phrase.of());
  }

  /** One sentence after the other. */
  public String say(List<Saying> sentences) {
    return sentences(sentences.stream().map(this::say).toList());
  }

  /** One sentence after the other, where they are said already. */
  public String sentences(List<String> said) {
    return String.join(betweenSentences(), said);
  }

  /** Several names in one sentence. */
  public String say(Names names) {
    StringBuilder all = new StringBuilder();
    String last =
        switch (names.joint()) {
          case COMMA -> text("names.comma");
          case AND, SERIES -> text("names.and");
          case OR -> text("names.or");
        };
    // those who are not named come after an "and" of their own
    boolean commas = names.more() > 0 || names.joint() == Names.Joint.SERIES;
    String between = commas ? text("names.comma") : last;
    for (int i = 0; i < names.shown().size(); i++) {
      boolean isLast = i == names.shown().size() - 1 && names.more() == 0;
      all.append(i == 0 ? "" : isLast ? last : between).append(names.shown().get(i));
    }
    if (names.more() > 0) {
      fill("names.more", name -> names.more(), all);
    }
    return all.toString();
  }

  private String betweenSentences() {
    return text(BETWEEN_SENTENCES);
  }

  private void say(Saying saying, StringBuilder to) {
    Phrase phrase = saying.phrase();
    fill(phrase.key(), name -> saying.values().get(phrase.arguments().indexOf(name)), to);
  }

  private void fill(String key, Function<String, Object> values, StringBuilder to) {
    words.get(key).fill(values, this::word, to);
  }

  private String word(Object value) {
    if (value instanceof Saying saying) {
      return say(saying);
    }
    return value instanceof Names names ? say(names) : value.toString();
  }

  private String text(String key) {
    StringBuilder text = new StringBuilder();
    fill(key, name -> "", text);
    return text.toString();
  }

  /** Read when it is first spoken. */
  private static final class English {
    static final Language LANGUAGE = of("en");
  }
}
