package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Order;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.GroupKnowledge;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.TenantNaming;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.CellKind;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One mail stream (RFC 9989, 3.2) and what is known about it: what the decision table asks.
 *
 * @param cells its messages; never empty
 * @param newest those that came last: their policy is the one in force
 * @param hosts what the names of its addresses tell
 * @param ownSignature how sure it is that a broken signature is ours
 * @param formerMailFrom the custom MAIL FROM domain that it had before it fell back to that of
 *     Amazon SES
 * @param keyMissing whether DNS errors stand for a key that is not there
 * @param servicesSignature whether our signature is made by the service that sends
 */
public record MailStream(
    StreamKey key,
    List<Cell> cells,
    Cell newest,
    boolean testimony,
    boolean knownForwarder,
    boolean elsewhere,
    boolean listShape,
    Hosts hosts,
    Optional<Confidence> ownSignature,
    Optional<DomainName> formerMailFrom,
    boolean keyMissing,
    boolean servicesSignature) {
  private static final List<DomainName> SHARED_NAMES =
      List.of(new DomainName("onmicrosoft.com"), new DomainName("myshopify.com"));

  private static final Comparator<Cell> BY_CONTENT =
      Comparator.comparing(Cell::facts)
          .thenComparing(Cell::source, Order.absentFirst(Comparator.naturalOrder()));

  public static MailStream of(StreamKey key, List<Cell> cells, GroupKnowledge knowledge) {
    Cell newest = newest(cells);
    SortedSet<DomainName> formerMailFrom = new TreeSet<>();
    Cell.eachKind(
        cells, alike -> knowledge.formerMailFrom(alike.get(0)).ifPresent(formerMailFrom::add));
    Optional<Confidence> signature = knowledge.corroboratesDkim(newest);
    return new MailStream(
        key,
        List.copyOf(cells),
        newest,
        isMost(cells, CellKind::hasTestimony),
        isMost(cells, kind -> kind.sender().knownForwarder()),
        isMost(cells, kind -> kind.sender().elsewhere()),
        isMost(cells, kind -> kind.sender().listShape()),
        Hosts.of(
            cells,
            !isHostKnown(key, signature)
                && isMost(cells, kind -> kind.sender().host().forwarder().isPresent())),
        signature,
        formerMailFrom.stream().findFirst(),
        knowledge.isKeyMissing(newest),
        knowledge.isServicesSignature(newest));
  }

  /** Whether the owner or other mail tells that the host is ours, whatever it is called. */
  private static boolean isHostKnown(StreamKey key, Optional<Confidence> signature) {
    return key.corroborated()
        || key.ownership().isPresent()
        || signature.filter(c -> c != Confidence.GUESS).isPresent();
  }

  private static Cell newest(List<Cell> cells) {
    Cell newest = cells.get(0);
    boolean tie = false;
    for (int i = 1; i < cells.size(); i++) {
      int order = byTime(cells.get(i), newest);
      tie = order == 0 || tie && order < 0;
      newest = order > 0 ? cells.get(i) : newest;
    }
    return tie ? lastByContent(cells, newest) : newest;
  }

  private static int byTime(Cell one, Cell other) {
    int order = Boolean.compare(one.trusted(), other.trusted());
    order = order != 0 ? order : Integer.compare(one.days().last(), other.days().last());
    return order != 0 ? order : Long.compare(one.messages(), other.messages());
  }

  /** Of several as new as that one: any, but always the same. */
  private static Cell lastByContent(List<Cell> cells, Cell newest) {
    Cell last = newest;
    for (Cell cell : cells) {
      if (cell != newest && byTime(cell, newest) == 0 && BY_CONTENT.compare(cell, last) > 0) {
        last = cell;
      }
    }
    return last;
  }

  boolean passes() {
    return key.verdict() == Verdict.PASS;
  }

  boolean spfPasses() {
    return spfCause().isAligned() || spfCause() == Cause.REPORT_PASS_UNSUPPORTED;
  }

  boolean dkimPasses() {
    return dkimCause().isAligned() || dkimCause() == Cause.REPORT_PASS_UNSUPPORTED;
  }

  /** Whether the verdict would be another one if the evidence and not the receiver were right. */
  boolean contradictionDecides() {
    return spfCause().isInconsistent() && !dkimCause().isAligned()
        || dkimCause().isInconsistent() && !spfCause().isAligned();
  }

  boolean isTransient() {
    boolean spf = spfCause() == Cause.OWN_TEMPERROR;
    boolean dkim = dkimCause() == Cause.OWN_TEMPERROR;
    return spf && (dkim || dkimCause() == Cause.MISSING) || dkim && spfCause() == Cause.MISSING;
  }

  boolean isStrictOnly() {
    return spfCause() == Cause.STRICT_ONLY || dkimCause() == Cause.STRICT_ONLY;
  }

  boolean isForwarded() {
    return testimony || knownForwarder || elsewhere || listShape || hosts.passOn();
  }

  boolean isPassedOnBroken() {
    return testimony || knownForwarder || listShape || hosts.passOn();
  }

  /** Whether nothing but the name of its host tells that it was passed on. */
  boolean isForwardedByHostAlone() {
    return hosts.passOn() && !testimony && !knownForwarder && !elsewhere && !listShape;
  }

  /**
   * Whether the receiver says that it was passed on, and what a service proves may be the passing
   * on: our signature broke before, or the service's customers choose the words in its names.
   */
  boolean isPassedOnByService() {
    return testimony
        && !isLabelled(Ownership.OURS)
        && (dkimCause() == Cause.OWN_FAIL
            || sender().service().filter(p -> p.tenants() == TenantNaming.LABEL).isPresent());
  }

  /** Whether a signature of ours is there and broken, and DNS is not to blame. */
  boolean hasBrokenSignature() {
    return dkimCause().isOwn() && dkimCause() != Cause.OWN_TEMPERROR;
  }

  boolean isOurUnlistedServer() {
    return spfCause().isOwn() && spfCause() != Cause.OWN_TEMPERROR && key.corroborated();
  }

  boolean isLabelled(Ownership ownership) {
    return key.ownership().equals(Optional.of(ownership));
  }

  boolean isSes() {
    return sender().isSes();
  }

  /** The Author Domain, or where there is none the domain whose policy counts. */
  DomainName author() {
    return key.authorDomain().orElse(policyDomain());
  }

  /** The domain that SPF was about, where what came of it is about one. */
  DomainName returnPath() {
    return spfName().orElseThrow();
  }

  /** The domain that SPF was about, in the newest mail. */
  Optional<DomainName> spfName() {
    return newest.facts().spf().primary().flatMap(Identity::domain);
  }

  Sender sender() {
    return newest.sender();
  }

  String senderName() {
    return newest
        .label()
        .map(SenderLabel::name)
        .filter(n -> !n.isBlank())
        .orElseGet(() -> nameOrHost());
  }

  private String nameOrHost() {
    return sender().name().isEmpty()
        ? hosts.service().map(SenderProfile::name).orElse("")
        : sender().name();
  }

  public Cause spfCause() {
    return key.spfCause();
  }

  public Cause dkimCause() {
    return key.dkimCause();
  }

  AlignmentMode spfMode() {
    return newest.facts().spf().mode();
  }

  AlignmentMode dkimMode() {
    return newest.facts().dkim().mode();
  }

  DomainName policyDomain() {
    return newest.facts().policyDomain();
  }

  /**
   * Whether the Author Domain lies under a name that a provider shares out: its DNS is not ours.
   */
  boolean isOnSharedName() {
    return key.authorDomain()
        .filter(a -> SHARED_NAMES.stream().anyMatch(a::isAtOrBelow))
        .isPresent();
  }

  /** Whether the Author Domain has a parent that could sign for it. */
  boolean isBelowPolicyDomain() {
    return key.authorDomain().filter(a -> a.isSubdomainOf(policyDomain())).isPresent();
  }

  /** Whether the only broken signature of ours would not align even if it stood. */
  boolean isBrokenSignatureUnaligned() {
    return dkimCause().isOwn()
        && newest.facts().dkim().identities().stream()
            .filter(i -> i.relation().isOwn())
            .noneMatch(i -> i.relation().aligns(dkimMode()));
  }

  /** Whether the policy in force rejects this mail, and receivers do so. */
  boolean isRejectedAlready() {
    return newest.facts().policy().equals(Optional.of(Policy.REJECT))
        && cells.stream().noneMatch(c -> c.facts().overridden());
  }

  private static boolean isMost(List<Cell> cells, Predicate<CellKind> what) {
    long all = 0;
    long those = 0;
    for (Cell cell : cells) {
      // A cell without messages still tells something.
      long weight = Math.max(1, cell.messages());
      all = Tally.sum(all, weight);
      those = Tally.sum(those, what.test(cell.kind()) ? weight : 0);
    }
    return those > 0 && those >= all - those;
  }
}
