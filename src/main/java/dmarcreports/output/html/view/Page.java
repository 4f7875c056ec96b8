package dmarcreports.output.html.view;

import dmarcreports.output.wording.ClassTable;
import java.util.List;
import java.util.Optional;

/**
 * One page.
 *
 * @param frame what stands around whatever a page shows
 * @param heading what it is about
 * @param verdict of all of it, where that is more than one domain
 * @param seen of which days it tells, and what was left out
 * @param first what to do first, where the page begins with several domains
 * @param overview all domains in a table; empty where there is one only
 * @param domains made one after another, while the page is written
 * @param rest what the page does not hold, and how to get it
 * @param table by which streams were judged; empty where the page shows none
 * @param reporters who told all this; empty where another page says it
 * @param discards what could not be read; empty where there is nothing, or another page says it
 */
public record Page(
    Frame frame,
    String heading,
    Optional<String> verdict,
    String seen,
    Optional<First> first,
    Optional<Overview> overview,
    Iterable<Domain> domains,
    Optional<String> rest,
    Optional<ClassTable> table,
    Optional<Reporters> reporters,
    Optional<Discards> discards) {

  /**
   * What stands around whatever a page shows.
   *
   * @param language as HTML names it
   * @param title in the window and in bookmarks
   * @param rules what a browser lets the page do
   * @param early the script that runs before anything is shown
   * @param script the one that runs when all is there
   * @param back the page with all domains; empty where this is it
   */
  public record Frame(
      String language,
      String title,
      String rules,
      String early,
      String style,
      String script,
      Optional<Link> back) {}

  /** Somewhere to go. */
  public record Link(String text, String href) {}

  /** What to do first, and where that is told. */
  public record First(
      String domain, String what, String effect, Optional<ActionView.Gain> gain, String href) {}

  /** All domains, worst first. */
  public record Overview(Iterable<DomainLine> lines) {
    /** One of them. */
    public record DomainLine(
        Link name,
        Sorted messages,
        Sorted pass,
        Meter meter,
        Sorted failing,
        Sorted toDo,
        String policy,
        String readyFor) {}
  }

  /** Who told of it. */
  public record Reporters(List<ReporterLine> lines, Optional<String> more, List<String> faults) {
    public Reporters {
      lines = List.copyOf(lines);
      faults = List.copyOf(faults);
    }

    /** One of them. */
    public record ReporterLine(
        String name, Sorted reports, Sorted messages, Sorted deviations, String lastSeen) {}
  }

  /**
   * What was discarded.
   *
   * @param more how many are not shown, and what lists them
   */
  public record Discards(List<DiscardLine> lines, Optional<String> more) {
    public Discards {
      lines = List.copyOf(lines);
    }

    /** One of them: the word for the reason, which input, and what was wrong with it. */
    public record DiscardLine(String reason, String input, String detail) {}
  }
}
