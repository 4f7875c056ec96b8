package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The messages of one source with the same facts: what streams and sources are summed from.
 *
 * @param days since 1970
 * @param reporters their numbers
 * @param trusted whether a reporter that is to be relied on tells of them
 */
public record Cell(
    CellKind kind,
    Source from,
    long messages,
    SortedInts days,
    SortedInts reporters,
    boolean trusted) {

  /** The days of all of them, since 1970. */
  public static SortedInts days(Iterable<Cell> cells) {
    SortedInts days = new SortedInts();
    for (Cell cell : cells) {
      days.addAll(cell.days);
    }
    return days;
  }

  /** Hands out cells, those of one kind that stand side by side together. */
  public static void eachKind(List<Cell> cells, Consumer<List<Cell>> ofOneKind) {
    int from = 0;
    for (int to = 1; to <= cells.size(); to++) {
      if (to == cells.size() || cells.get(to).kind() != cells.get(from).kind()) {
        ofOneKind.accept(cells.subList(from, to));
        from = to;
      }
    }
  }

  /** How many messages they are. */
  public static long messages(List<Cell> cells) {
    long messages = 0;
    for (Cell cell : cells) {
      messages = Tally.sum(messages, cell.messages());
    }
    return messages;
  }

  /** The same messages, of another kind. */
  Cell with(CellKind other) {
    return new Cell(other, from, messages, days, reporters, trusted);
  }

  public Facts facts() {
    return kind.facts();
  }

  /** Empty where the reporters named no address. */
  public Optional<SourceIp> source() {
    return from.address();
  }

  public Sender sender() {
    return kind.sender();
  }

  public Optional<SenderLabel> label() {
    return kind.label();
  }

  /** The service, else the network. */
  public String sourceGroup() {
    return kind.sourceGroup();
  }

  LocalDate first() {
    return LocalDate.ofEpochDay(days.first());
  }

  LocalDate last() {
    return LocalDate.ofEpochDay(days.last());
  }

  public boolean isFailing() {
    return facts().verdict() == Verdict.FAIL;
  }

  public boolean isLabelled(Ownership ownership) {
    return kind.isLabelled(ownership);
  }

  public boolean hasTestimony() {
    return kind.hasTestimony();
  }

  public boolean hasForwarderEvidence() {
    return kind.hasForwarderEvidence();
  }
}
