package dmarcreports.analysis;

import dmarcreports.report.SourceIp;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The findings about the sources of one policy domain, most failing messages first. There may be a
 * million of them: each one's are made when they are asked for, and not kept.
 */
final class Sources extends AbstractList<SourceFindings> {
  private static final Comparator<Cell> BY_SOURCE =
      Comparator.comparing(
          cell -> cell.source().orElse(null), Comparator.nullsLast(Comparator.naturalOrder()));
  private static final Comparator<Source> BY_FAILURES =
      Comparator.comparingLong(Source::fail).thenComparingLong(Source::messages).reversed();

  private final List<Cell> cells;
  private final List<Source> sources = new ArrayList<>();
  private final Function<List<Cell>, SourceFindings> findings;

  /**
   * @param findings those about messages that all came from one source
   */
  Sources(List<Cell> cells, Function<List<Cell>, SourceFindings> findings) {
    this.cells = cells.stream().sorted(BY_SOURCE).toList();
    this.findings = findings;
    int from = 0;
    while (from < this.cells.size()) {
      Source source = source(from);
      sources.add(source);
      from = source.to;
    }
    sources.sort(BY_FAILURES);
  }

  @Override
  public SourceFindings get(int place) {
    Source source = sources.get(place);
    return findings.apply(cells.subList(source.from, source.to));
  }

  @Override
  public int size() {
    return sources.size();
  }

  private Source source(int from) {
    Optional<SourceIp> address = cells.get(from).source();
    Tally tally = Tally.EMPTY;
    int to = from;
    while (to < cells.size() && cells.get(to).source().equals(address)) {
      tally = tally.plus(cells.get(to++).tally());
    }
    return new Source(from, to, tally.fail(), tally.messages());
  }

  /** Where the cells of one source stand, and how many messages they are. */
  private record Source(int from, int to, long fail, long messages) {}
}
