package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The messages of one source with the same facts: what streams and sources are summed from.
 *
 * @param days since 1970
 * @param reporters their numbers
 * @param trusted whether a reporter that is to be relied on tells of them
 */
record Cell(
    CellKind kind,
    Source from,
    long messages,
    SortedInts days,
    SortedInts reporters,
    boolean trusted) {

  /** The same messages, of another kind. */
  Cell with(CellKind other) {
    return new Cell(other, from, messages, days, reporters, trusted);
  }

  Facts facts() {
    return kind.facts();
  }

  /** Empty where the reporters named no address. */
  Optional<SourceIp> source() {
    return from.address();
  }

  Sender sender() {
    return kind.sender();
  }

  Optional<SenderLabel> label() {
    return kind.label();
  }

  /** The service, else the network. */
  String sourceGroup() {
    return kind.sourceGroup();
  }

  LocalDate first() {
    return LocalDate.ofEpochDay(days.first());
  }

  LocalDate last() {
    return LocalDate.ofEpochDay(days.last());
  }

  boolean isFailing() {
    return facts().verdict() == Verdict.FAIL;
  }

  boolean isLabelled(Ownership ownership) {
    return kind.isLabelled(ownership);
  }

  boolean hasTestimony() {
    return kind.hasTestimony();
  }

  boolean hasForwarderEvidence() {
    return kind.hasForwarderEvidence();
  }
}
