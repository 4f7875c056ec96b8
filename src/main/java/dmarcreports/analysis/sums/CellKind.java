package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.Optional;

/**
 * What cells have in common that differ in no more than their address and their numbers: nearly all
 * that a diagnosis goes by is a function of it, and found once for all of them. Cells of different
 * kinds may be alike all the same.
 *
 * @param sourceGroup the service, else the network
 * @param addressed whether the reporters named an address
 */
public record CellKind(
    Facts facts,
    Sender sender,
    Optional<SenderLabel> label,
    String sourceGroup,
    boolean addressed) {

  /** The same, sent by somebody of whom something else is known. */
  CellKind with(Sender other) {
    return new CellKind(facts, other, label, sourceGroup, addressed);
  }

  boolean isLabelled(Ownership ownership) {
    return label.isPresent() && label.get().ownership() == ownership;
  }

  /** The receiver's word that somebody passed it on, or the owner's. */
  public boolean hasTestimony() {
    return facts.forwarded() || isLabelled(Ownership.FORWARDER);
  }

  public boolean hasForwarderEvidence() {
    return hasTestimony() || sender.knownForwarder() || sender.elsewhere() || sender.listShape();
  }
}
