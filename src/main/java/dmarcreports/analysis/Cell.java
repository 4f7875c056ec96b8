package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The messages of one source with the same facts: what streams and sources are summed from.
 *
 * @param sourceGroup the service, else the network
 * @param days since 1970
 * @param reporters their numbers
 * @param trusted whether a reporter that is to be relied on tells of them
 */
record Cell(
    Facts facts,
    Optional<SourceIp> source,
    Sender sender,
    Optional<SenderLabel> label,
    String sourceGroup,
    long messages,
    SortedInts days,
    SortedInts reporters,
    boolean trusted) {

  LocalDate first() {
    return LocalDate.ofEpochDay(days.first());
  }

  LocalDate last() {
    return LocalDate.ofEpochDay(days.last());
  }

  Tally tally() {
    return facts.tally(messages);
  }

  boolean isFailing() {
    return facts.verdict() == Verdict.FAIL;
  }

  boolean isLabelled(Ownership ownership) {
    return label.filter(l -> l.ownership() == ownership).isPresent();
  }

  /** The receiver's word that somebody passed it on, or the owner's. */
  boolean hasTestimony() {
    return facts.forwarded() || isLabelled(Ownership.FORWARDER);
  }

  boolean hasForwarderEvidence() {
    return hasTestimony() || sender.knownForwarder() || sender.elsewhere() || sender.listShape();
  }

  /** The service, else the network. */
  static String sourceGroup(Sender sender, Optional<SourceIp> source) {
    return sender
        .service()
        .map(SenderProfile::slug)
        .orElseGet(() -> source.map(SourceIp::network).orElse("unknown-source"));
  }
}
