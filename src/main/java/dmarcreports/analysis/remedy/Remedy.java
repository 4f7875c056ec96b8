package dmarcreports.analysis.remedy;

import java.util.List;

/**
 * How an action is carried out.
 *
 * @param needs what must be so before it can be done, in a sentence
 * @param assumes what its computed effect rests on, in a sentence or several
 * @param steps what to do, in order, each a sentence or a command
 * @param dnsRecords what to publish, in master-file form; words in capitals stand for what the
 *     reports do not show
 * @param snippets the same as code, where there is a tool for it
 */
public record Remedy(
    String needs,
    String assumes,
    List<String> steps,
    List<String> dnsRecords,
    List<Snippet> snippets) {

  /** Keeps its own copies of the lists. */
  public Remedy {
    steps = List.copyOf(steps);
    dnsRecords = List.copyOf(dnsRecords);
    snippets = List.copyOf(snippets);
  }

  /**
   * A piece of code to copy.
   *
   * @param language {@code aws}, {@code cloudformation} or {@code terraform}
   * @param text one or more lines, the last without its end
   */
  public record Snippet(String language, String text) {}
}
