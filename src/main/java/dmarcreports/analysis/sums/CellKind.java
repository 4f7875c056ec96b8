package dmarcreports.analysis.sums;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  /** Hands out the cells, those of one kind that stand side by side together. */
  public static void each(List<Cell> cells, Consumer<List<Cell>> ofOneKind) {
    int from = 0;
    for (int to = 1; to <= cells.size(); to++) {
      if (to == cells.size() || cells.get(to).kind() != cells.get(from).kind()) {
        ofOneKind.accept(cells.subList(from, to));
        from = to;
      }
    }
  }

  /** The same, sent by somebody of whom something else is known. */
  CellKind with(Sender other) {
    return new CellKind(facts, other, label, sourceGroup, addressed);
  }

  /** How many messages they are. */
  public static long messages(List<Cell> cells) {
    long messages = 0;
    for (Cell cell : cells) {
      messages = Tally.sum(messages, cell.messages());
    }
    return messages;
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
