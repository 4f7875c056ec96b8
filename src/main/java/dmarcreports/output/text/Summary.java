package dmarcreports.output.text;

import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.wording.Prose;
import java.util.List;

/** A line of counts between separators, as the ledger is one. */
public final class Summary {
  private static final int WIDTH = 80;
  private static final int LEAST = 20;

  private Summary() {}

  /** In one line, for whatever reads it. */
  public static String line(String counts) {
    return Inert.line(counts);
  }

  /**
   * For a terminal: where the line is too long it is broken behind separators alone.
   *
   * @param columns what the terminal says of its width; eighty where that is no number
   */
  public static String lines(String counts, String columns) {
    int width = Math.max(columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : WIDTH, LEAST);
    List<String> parts = wrapped(line(counts), "·", width);
    boolean fit = parts.stream().limit(parts.size() - 1).allMatch(one -> one.length() <= width);
    List<String> lines = fit ? parts : wrapped(line(counts), "·,:", width);
    return Glue.undone(String.join("\n", lines));
  }

  private static List<String> wrapped(String line, String separators, int width) {
    String glue = String.valueOf(Glue.CHARACTER);
    return Prose.wrapped(line.replaceAll("(?<![" + separators + "]) ", glue), 2, width);
  }
}
