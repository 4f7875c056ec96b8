package dmarcreports.output.text;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Condition;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.output.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The class table: its rows once, with a number each, and a letter for each thing they ask. */
final class ClassTableText {
  private final Language language;
  private final Paragraphs out;

  ClassTableText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  /** The rows down to the last that decided. */
  void write(Explained explained) {
    StreamClass last =
        explained.domains().stream()
            .flatMap(domain -> domain.streams().stream())
            .map(stream -> stream.part().diagnosis().streamClass())
            .max(Comparator.naturalOrder())
            .orElse(StreamClass.INVALID_FROM);
    out.blank();
    out.text(0, language.say(ClassTablePhrase.PREFACE));
    for (StreamClass row : StreamClass.values()) {
      if (row.compareTo(last) <= 0) {
        out.item(
            2, number(row) + " ", language.say(ClassTablePhrase.ROW.of(row.word(), asked(row))));
      }
    }
  }

  private String asked(StreamClass row) {
    List<String> asked = row.conditions().stream().map(language::say).toList();
    if (asked.size() == 1) {
      return asked.get(0);
    }
    List<String> lettered = new ArrayList<>();
    for (String condition : asked) {
      lettered.add(language.say(ClassTablePhrase.LETTERED.of(letter(lettered.size()), condition)));
    }
    return Clauses.of(lettered, language);
  }

  private static char letter(int place) {
    return (char) ('a' + place);
  }

  /** The number of a row, from 1, in two columns. */
  private static String number(StreamClass row) {
    return (row.ordinal() < 9 ? " " : "") + (row.ordinal() + 1);
  }

  /** Which row decided, and what the rows above it ask that is not so. */
  static Saying decision(Explained.Stream stream) {
    int row = stream.part().diagnosis().streamClass().ordinal() + 1;
    List<String> unmet = stream.above().stream().map(ClassTableText::unmet).toList();
    return unmet.isEmpty()
        ? ClassTablePhrase.DECIDED.of(row)
        : ClassTablePhrase.DECIDED_BELOW.of(row, Names.of(Names.Joint.COMMA, unmet));
  }

  /** {@code 5}, or {@code 3a+b} where a row asks for several things. */
  private static String unmet(Explained.Row row) {
    List<Condition> asked = row.streamClass().conditions();
    String letters =
        row.unmet().stream()
            .map(condition -> String.valueOf(letter(asked.indexOf(condition))))
            .collect(Collectors.joining("+"));
    return (row.streamClass().ordinal() + 1) + (asked.size() == 1 ? "" : letters);
  }
}
