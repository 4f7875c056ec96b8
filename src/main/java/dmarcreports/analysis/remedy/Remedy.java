package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Saying;
import java.util.List;

/**
 * How an action is carried out.
 *
 * @param needs what must be so before it can be done, a sentence each; empty where nothing must
 * @param assumes what its computed effect rests on, a sentence each
 * @param steps what to do, in order
 * @param dnsRecords what to publish
 * @param snippets the same as code, where there is a tool for it
 */
public record Remedy(
    List<Saying> needs,
    List<Saying> assumes,
    List<Step> steps,
    List<DnsRecord> dnsRecords,
    List<Snippet> snippets) {

  /** Keeps its own copies of the lists. */
  public Remedy {
    needs = List.copyOf(needs);
    assumes = List.copyOf(assumes);
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
