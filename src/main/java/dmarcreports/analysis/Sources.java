package dmarcreports.analysis;

import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Source;
import dmarcreports.analysis.sums.Tally;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The findings about the sources of one policy domain, most failing messages first. There may be a
 * million of them: each one's are made when they are asked for, and not kept.
 */
final class Sources extends AbstractList<SourceFindings> {
  private static final Comparator<Span> BY_FAILURES =
      Comparator.comparingLong(Span::fail).thenComparingLong(Span::messages).reversed();

  private final List<Cell> cells;

  /** Where the cells of each source begin. */
  private final int[] starts;

  private final Function<List<Cell>, SourceFindings> findings;

  /**
   * @param findings those about messages that all came from one source
   */
  Sources(List<Cell> cells, Function<List<Cell>, SourceFindings> findings) {
    this.cells = new ArrayList<>(cells);
    this.cells.sort(Sources::bySource);
    this.findings = findings;
    List<Span> spans = new ArrayList<>();
    int from = 0;
    while (from < this.cells.size()) {
      Span span = span(from);
      spans.add(span);
      from = span.to;
    }
    spans.sort(BY_FAILURES);
    starts = new int[spans.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = spans.get(i).from;
    }
  }

  @Override
  public SourceFindings get(int place) {
    Span span = span(starts[place]);
    return findings.apply(cells.subList(span.from, span.to));
  }

  @Override
  public int size() {
    return starts.length;
  }

  private Span span(int from) {
    Source source = cells.get(from).from();
    long fail = 0;
    long messages = 0;
    int to = from;
    while (to < cells.size() && cells.get(to).from() == source) {
      Cell cell = cells.get(to++);
      messages = Tally.sum(messages, cell.messages());
      fail = Tally.sum(fail, cell.isFailing() ? cell.messages() : 0);
    }
    return new Span(from, to, fail, messages);
  }

  /** In the order of the addresses, without one last. */
  private static int bySource(Cell one, Cell other) {
    if (one.from() == other.from()) {
      return 0;
    }
    boolean both = one.source().isPresent() && other.source().isPresent();
    return both
        ? one.source().get().compareTo(other.source().get())
        : Boolean.compare(other.source().isPresent(), one.source().isPresent());
  }

  /** Where the cells of one source stand, and how many messages they are. */
  private record Span(int from, int to, long fail, long messages) {}
}
