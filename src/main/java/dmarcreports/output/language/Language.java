package dmarcreports.output.language;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.plain.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A language to say things in: the words of its catalogue, a file of keys and words in UTF-8 that
 * comes with the program. A language is there when its file is. Immutable.
 */
public final class Language {
  private static final String ENGLISH = "en";
  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
  private static final String BETWEEN_SENTENCES = "language.between_sentences";
  private static final String PLURALS = "language.plurals";
  private static final String CAPITALS = "language.capitals";
  private static final String GROUPS = "language.groups";
  private static final String DECIMALS = "language.decimals";

  private final String code;
  private final Words words;
  private final PluralRules plurals;
  private final boolean capitals;
  private final boolean grouping;
  private final Template.Manner manner = new InIt();

  private Language(
      String code, Words words, PluralRules plurals, boolean capitals, boolean grouping) {
    this.code = code;
    this.words = words;
    this.plurals = plurals;
    this.capitals = capitals;
    this.grouping = grouping;
  }

  /** English. */
  public static Language english() {
    return English.LANGUAGE;
  }

  /**
   * The language of a catalogue; empty where there is none.
   *
   * @param code of ISO 639, as in the name of its file: {@code en}
   */
  public static Optional<Language> of(String code) {
    return code.equals(ENGLISH) ? Optional.of(english()) : read(code);
  }

  private static Optional<Language> read(String code) {
    return catalogue(code).map(lines -> of(code, lines));
  }

  /** The codes of all languages that there are catalogues of. */
  public static List<String> codes() {
    return Stream.of(Locale.getISOLanguages()).filter(Language::isThere).sorted().toList();
  }

  /**
   * The language that a POSIX environment asks for, by the first of {@code LC_ALL}, {@code
   * LC_MESSAGES} and {@code LANG} that says anything; English where there is no catalogue of it,
   * and where nothing is asked for, as under cron.
   */
  public static Language of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .map(locale -> locale.split("[_.@-]", 2)[0])
        .flatMap(Language::of)
        .orElseGet(Language::english);
  }

  private static Optional<Properties> catalogue(String code) {
    if (!CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    try (InputStream file = file(code)) {
      if (file == null) {
        return Optional.empty();
      }
      Properties lines = new Properties();
      lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return Optional.of(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isThere(String code) {
    try (InputStream file = file(code)) {
      return file != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable InputStream file(String code) {
    return Language.class.getResourceAsStream(code + ".properties");
  }

  /** The language with those words. */
  static Language of(String code, Properties lines) {
    return new Language(
        code,
        new Words(lines),
        PluralRules.parse(lines.getProperty(PLURALS)),
        "yes".equals(lines.getProperty(CAPITALS)),
        false);
  }

  /** The same, where every number stands in groups of digits: for a reader, not for a script. */
  public Language grouping() {
    return new Language(code, words, plurals, capitals, true);
  }

  /** Its code in ISO 639: {@code en}. */
  public String code() {
    return code;
  }

  /** What it has words for. */
  Set<String> keys() {
    return words.keys();
  }

  /** The places in the words of a key. */
  Set<String> places(String key) {
    return words.of(key).places();
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
      Lines.append(i == 0 ? "" : isLast ? last : between, all);
      Lines.append(names.shown().get(i), all);
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
    words.of(key).fill(values, manner, to);
  }

  /** What was said, at the beginning of a sentence: with a capital letter, where there are such. */
  public String begun(String said) {
    return capitals && !said.isEmpty()
        ? Character.toUpperCase(said.charAt(0)) + said.substring(1)
        : said;
  }

  /** A number in groups of three digits: {@code 1,204,511}. */
  public String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(",", text(GROUPS));
  }

  /** A number with digits after the point, as this language writes that. */
  public String decimal(String number) {
    return number.replace(".", text(DECIMALS));
  }

  private String text(String key) {
    StringBuilder text = new StringBuilder();
    fill(key, name -> "", text);
    return text.toString();
  }

  /** What stands in a place of a phrase. */
  private final class InIt implements Template.Manner {
    @Override
    public String word(Object value) {
      if (value instanceof Saying saying) {
        return say(saying);
      }
      if (grouping && value instanceof Number number) {
        return grouped(number.longValue());
      }
      return value instanceof Names names ? say(names) : value.toString();
    }

    @Override
    public String grouped(long number) {
      return Language.this.grouped(number);
    }

    @Override
    public String category(long number) {
      return plurals.category(number);
    }
  }

  /** Read when it is first spoken. */
  private static final class English {
    static final Language LANGUAGE = read(ENGLISH).orElseThrow();
  }
}
