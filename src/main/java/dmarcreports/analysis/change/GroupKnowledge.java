package dmarcreports.analysis.change;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.CellKind;
import dmarcreports.analysis.sums.OwnKeys;
import dmarcreports.analysis.sums.SesReturnPaths;
import dmarcreports.analysis.sums.SortedInts;
import dmarcreports.analysis.sums.Source;
import dmarcreports.report.DomainName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the other mail of a source group, or of an address, proves about a failing stream. */
public final class GroupKnowledge {
  /** On so many days, an answer that does not come is an answer: there is no key. */
  private static final int DAYS_WITHOUT_KEY = 3;

  private final Map<String, Group> groups = new HashMap<>();
  private final Set<Source> alignedSpf = new HashSet<>();
  private final SesReturnPaths returnPaths;
  private final OwnKeys keys;

  /** What those messages prove, all of one policy domain. */
  public GroupKnowledge(List<Cell> cells) {
    Cell.eachKind(cells, this::add);
    returnPaths = new SesReturnPaths(cells);
    keys = new OwnKeys(cells);
  }

  private void add(List<Cell> alike) {
    CellKind kind = alike.get(0).kind();
    Group group = groups.computeIfAbsent(kind.sourceGroup(), g -> new Group());
    group.forwarder |= kind.hasForwarderEvidence();
    boolean ownSignature = kind.facts().hasOwnSignature();
    boolean aligned = kind.facts().hasAlignedSpf();
    boolean unanswered = kind.facts().dkimCause() == Cause.OWN_TEMPERROR;
    for (Cell cell : alike) {
      if (cell.trusted()) {
        group.ownSignature |= ownSignature;
        group.alignedSpf |= aligned;
        if (aligned && kind.addressed()) {
          alignedSpf.add(cell.from());
        }
      }
      if (unanswered) {
        group.daysWithoutKey.addAll(cell.days());
      }
    }
  }

  /** The custom MAIL FROM domain that such mail had before it fell back to Amazon's own. */
  public Optional<DomainName> formerMailFrom(Cell cell) {
    return returnPaths.former(cell);
  }

  /** Whether the address passed SPF for a name of ours, or the owner says that it is ours. */
  public boolean corroboratesSpf(Cell cell) {
    return cell.isLabelled(Ownership.OURS)
            && cell.label().filter(SenderLabel::isOfAddresses).isPresent()
        || alignedSpf.contains(cell.from());
  }

  /** How sure it is that a broken signature there is ours; empty where it may be anybody's. */
  public Optional<Confidence> corroboratesDkim(Cell cell) {
    Group group = group(cell);
    if (cell.isLabelled(Ownership.OURS)) {
      return Optional.of(Confidence.CERTAIN);
    }
    if (cell.source().isEmpty() || group.forwarder) {
      return Optional.empty();
    }
    if (group.alignedSpf) {
      return Optional.of(Confidence.LIKELY);
    }
    return group.ownSignature ? Optional.of(Confidence.GUESS) : Optional.empty();
  }

  /**
   * Whether the service that sends it signs it in our name: there is such a signature, whatever
   * came of it, and its key does not verify in mail of others, who would then have made it. A key
   * that is not found is not the one that verifies elsewhere. Amazon SES signs for nobody else.
   */
  public boolean isServicesSignature(Cell cell) {
    return cell.sender().service().isPresent()
        && cell.facts().dkim().hasOwnName()
        && (cell.sender().isSes()
            || cell.facts().dkimCause() == Cause.OWN_PERMERROR
            || !keys.isProvenElsewhere(cell.kind()));
  }

  /** Why DKIM did not align, a key that nobody finds for days being none. */
  public Cause dkimCause(Cell cell) {
    Cause cause = cell.facts().dkimCause();
    return isKeyMissing(cell) ? Cause.OWN_PERMERROR : cause;
  }

  /** Whether the receiver says that DNS does not answer, and means that there is no key. */
  public boolean isKeyMissing(Cell cell) {
    if (cell.facts().dkimCause() != Cause.OWN_TEMPERROR) {
      return false;
    }
    Group group = group(cell);
    return group.daysWithoutKey.size() >= DAYS_WITHOUT_KEY && !group.ownSignature;
  }

  private Group group(Cell cell) {
    return Objects.requireNonNull(groups.get(cell.sourceGroup()));
  }

  /** What one source group did. */
  private static final class Group {
    private boolean ownSignature;
    private boolean alignedSpf;
    private boolean forwarder;
    private final SortedInts daysWithoutKey = new SortedInts();
  }
}
