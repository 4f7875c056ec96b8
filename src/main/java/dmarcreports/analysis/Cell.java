package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of one source with the same facts: what streams and sources are summed from.
 *
 * @param days the days, where it matters how many they are; else empty
 */
record Cell(
    Facts facts,
    Optional<SourceIp> source,
    Sender sender,
    Optional<SenderLabel> label,
    long messages,
    LocalDate first,
    LocalDate last,
    Set<LocalDate> days) {

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
  String sourceGroup() {
    return sender
        .service()
        .map(SenderProfile::slug)
        .orElseGet(() -> source.map(SourceIp::network).orElse("unknown-source"));
  }
}
