package dmarcreports.output.wording;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Condition;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.output.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The class table: its rows, which are numbered from 1, with a letter for each thing they ask.
 *
 * @param preface what it decides, and how
 * @param rows each in a sentence
 */
public record ClassTable(String preface, List<String> rows) {
  public ClassTable {
    rows = List.copyOf(rows);
  }

  /** All of it. */
  public static ClassTable of(Language language) {
    return downTo(StreamClass.values()[StreamClass.values().length - 1], language);
  }

  /** The rows down to that of a class. */
  public static ClassTable downTo(StreamClass last, Language language) {
    return new ClassTable(
        language.say(ClassTablePhrase.PREFACE),
        Arrays.stream(StreamClass.values())
            .limit(last.ordinal() + 1L)
            .map(row -> ClassTablePhrase.ROW.of(row.word(), asked(row, language)))
            .map(language::say)
            .toList());
  }

  private static String asked(StreamClass row, Language language) {
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

  /** Which row decided, and what the rows above it ask that is not so. */
  static Saying decision(Explained.Stream stream) {
    int row = stream.part().diagnosis().streamClass().ordinal() + 1;
    List<String> unmet = stream.above().stream().map(ClassTable::unmet).toList();
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
