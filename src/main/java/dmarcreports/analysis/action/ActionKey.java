package dmarcreports.analysis.action;

import static dmarcreports.analysis.change.Recommendation.CUSTOM_MAIL_FROM;
import static dmarcreports.analysis.change.Recommendation.EASY_DKIM;
import static dmarcreports.analysis.change.Recommendation.OWN_IDENTITY;
import static dmarcreports.analysis.change.Recommendation.RELAX_ADKIM;
import static dmarcreports.analysis.change.Recommendation.RELAX_ASPF;
import static dmarcreports.analysis.change.Recommendation.REPAIR_DKIM;
import static dmarcreports.analysis.change.Recommendation.REPAIR_EASY_DKIM;
import static dmarcreports.analysis.change.Recommendation.VENDOR_DKIM;
import static dmarcreports.analysis.change.Recommendation.VENDOR_RETURN_PATH;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.alignment.Order;
import dmarcreports.analysis.change.Done;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.change.Target.Domain;
import dmarcreports.analysis.change.Target.Group;
import dmarcreports.analysis.change.Target.Service;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.stream.MailStream;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What tells one action from another: the changes, and what is changed.
 *
 * @param changes one, or several that work only together
 */
public record ActionKey(List<Recommendation> changes, Target target)
    implements Comparable<ActionKey> {
  private static final Comparator<List<Recommendation>> BY_CHANGES =
      Order.asInADictionary(Comparator.<Recommendation>naturalOrder());

  /** The changes that work only together, the chief one first. */
  static final List<List<Recommendation>> BUNDLES =
      List.of(
          List.of(CUSTOM_MAIL_FROM, RELAX_ASPF),
          List.of(VENDOR_DKIM, RELAX_ADKIM),
          List.of(VENDOR_RETURN_PATH, RELAX_ASPF),
          List.of(OWN_IDENTITY, EASY_DKIM),
          List.of(REPAIR_EASY_DKIM, RELAX_ADKIM),
          List.of(REPAIR_EASY_DKIM, OWN_IDENTITY),
          List.of(REPAIR_DKIM, RELAX_ADKIM),
          List.of(REPAIR_DKIM, OWN_IDENTITY));

  /** The actions that are recommended for a cell of a stream with that advice, by priority. */
  public static List<ActionKey> recommended(Cell cell, Diagnosed diagnosed) {
    return recommended(diagnosed).stream().map(changes -> of(changes, cell)).toList();
  }

  /** The changes that are recommended for a stream, by priority. */
  public static List<List<Recommendation>> recommended(Diagnosed diagnosed) {
    return bundled(diagnosed).stream()
        .sorted(Comparator.comparingInt(changes -> priority(changes, diagnosed)))
        .toList();
  }

  private static int priority(List<Recommendation> changes, Diagnosed diagnosed) {
    return changes.stream().mapToInt(diagnosed.recommendations()::indexOf).min().orElseThrow();
  }

  /** Those of the changes that would touch messages such as these. */
  public Done changesFor(Cell cell) {
    Done done = Done.nothing();
    for (Recommendation change : changes) {
      boolean open = change == OWN_IDENTITY && !cell.sender().masked().isEmpty();
      if (!open && concerns(change, cell)) {
        done.add(change);
        if (change == REPAIR_DKIM || change == REPAIR_EASY_DKIM) {
          done.addKeys(isAtVendor(cell) ? ownSigners(cell) : keysOfTarget());
        }
      }
    }
    return done;
  }

  /**
   * Those that may touch such messages, and the reports do not tell: mail written as a name below
   * the identity inherits its settings where it has no identity of its own; mail that a service
   * signed and somebody else handed over may have been sent there and forwarded.
   */
  public Done inheritedBy(Cell cell) {
    Done inherited = Done.nothing();
    boolean identity = changes.contains(EASY_DKIM) || changes.contains(CUSTOM_MAIL_FROM);
    Optional<DomainName> author = cell.facts().authorDomain();
    if (identity && target.domain().filter(t -> isBelow(author, t)).isPresent()) {
      changes.stream().filter(c -> c != OWN_IDENTITY).forEach(inherited::add);
    }
    if (changes.contains(VENDOR_DKIM) && cell.sender().masks(target.text())) {
      inherited.add(VENDOR_DKIM);
    }
    if (!cell.sender().masked().isEmpty()) {
      addMasked(cell, inherited);
    } else if (changes.contains(OWN_IDENTITY) && changes.contains(REPAIR_DKIM)) {
      addOtherSigners(cell, inherited);
    }
    return inherited;
  }

  /** Who signs in our name is open where a service signed, and another organization as well. */
  private void addMasked(Cell cell, Done inherited) {
    if (changes.contains(OWN_IDENTITY) && concernsIdentity(cell)) {
      inherited.add(OWN_IDENTITY);
    }
    if (changes.contains(REPAIR_EASY_DKIM) && cell.sender().masksSes() && signsAs(target, cell)) {
      changes.forEach(inherited::add);
      inherited.addKeys(keysOfTarget());
    }
  }

  /** A server that signs as another name of ours may be the same one, and then changes with it. */
  private void addOtherSigners(Cell cell, Done inherited) {
    if (!cell.sender().isSes() && !isAtVendor(cell) && cell.facts().hasOwnSignature()) {
      inherited.add(OWN_IDENTITY);
    }
  }

  /** Whether the change would touch messages such as these, whatever is recommended for them. */
  boolean concerns(Recommendation change, Cell cell) {
    return switch (change) {
      case RELAX_ASPF, RELAX_ADKIM -> true;
      case OWN_IDENTITY -> concernsIdentity(cell);
      case REPAIR_EASY_DKIM, REPAIR_DKIM -> concernsKey(change, cell);
      case CUSTOM_MAIL_FROM,
          EASY_DKIM,
          VENDOR_DKIM,
          VENDOR_RETURN_PATH,
          PUBLISH_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF,
          ASK_OWNER,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          WAIT,
          NONE ->
          target.equals(target(change, cell));
    };
  }

  private static boolean isBelow(Optional<DomainName> name, DomainName other) {
    return name.filter(n -> n.isSubdomainOf(other)).isPresent();
  }

  private List<DomainName> keysOfTarget() {
    return target.domain().stream().toList();
  }

  /** Together with another change it is made where that one is; alone, wherever mail is signed. */
  private boolean concernsIdentity(Cell cell) {
    Recommendation first = changes.get(0);
    if (first == REPAIR_DKIM || first == REPAIR_EASY_DKIM) {
      return concernsKey(first, cell);
    }
    boolean atSes = changes.contains(EASY_DKIM);
    return target.equals(new Domain(cell.facts().authorDomain()))
        && (!atSes || cell.sender().isSes() || cell.sender().masksSes());
  }

  /** Amazon SES, another service and servers of ours are repaired in different places. */
  private boolean concernsKey(Recommendation change, Cell cell) {
    if (cell.sender().isSes() != (change == REPAIR_EASY_DKIM)) {
      return false;
    }
    return isAtVendor(cell)
        ? target.equals(new Service(cell.sender().name()))
        : signsAs(target, cell);
  }

  private static boolean isAtVendor(Cell cell) {
    return cell.sender().service().isPresent() && !cell.sender().isSes();
  }

  private static boolean signsAs(Target target, Cell cell) {
    for (Identity identity : cell.facts().dkim().identities()) {
      if (identity.relation().isOwn()
          && identity.domain().isPresent()
          && identity.domain().equals(target.domain())) {
        return true;
      }
    }
    return false;
  }

  /** The domains of ours that a signature claims, whatever came of it. */
  private static List<DomainName> ownSigners(Cell cell) {
    List<DomainName> signers = new ArrayList<>();
    for (Identity identity : cell.facts().dkim().identities()) {
      if (identity.relation().isOwn()) {
        identity.domain().ifPresent(signers::add);
      }
    }
    return signers;
  }

  /** Whether it publishes keys again, beside what else it does. */
  boolean repairsKeys() {
    return changes.contains(REPAIR_DKIM) || changes.contains(REPAIR_EASY_DKIM);
  }

  /** Whether it touches all mail under the record. */
  public boolean relaxes() {
    return changes.contains(RELAX_ASPF) || changes.contains(RELAX_ADKIM);
  }

  /** The targets of the actions that may concern a cell, those that relax left out. */
  public static Set<Target> targets(Cell cell) {
    Set<Target> targets = new LinkedHashSet<>();
    targets.add(new Domain(cell.facts().authorDomain()));
    cell.facts().authorDomain().ifPresent(a -> addAbove(a, cell.facts().policyDomain(), targets));
    ownSigners(cell).forEach(signer -> targets.add(Target.of(signer)));
    cell.sender().masked().forEach(service -> targets.add(new Service(service.name())));
    targets.add(broken(cell.facts().dkim(), cell));
    targets.add(broken(cell.facts().spf(), cell));
    targets.add(new Service(cell.sender().name()));
    targets.add(new Group(cell.sourceGroup()));
    return targets;
  }

  /** The names above it, as far up as the policy domain. */
  private static void addAbove(DomainName author, DomainName policyDomain, Set<Target> targets) {
    String name = author.text();
    while (name.length() > policyDomain.text().length() && name.contains(".")) {
      name = name.substring(name.indexOf('.') + 1);
      targets.add(Target.of(new DomainName(name)));
    }
  }

  private static List<List<Recommendation>> bundled(Diagnosed diagnosed) {
    List<Recommendation> advice = diagnosed.recommendations();
    Set<Recommendation> taken = new LinkedHashSet<>();
    List<List<Recommendation>> changes = new ArrayList<>();
    for (List<Recommendation> bundle : BUNDLES) {
      if (advice.containsAll(bundle)) {
        changes.add(bundle);
        taken.addAll(bundle);
      }
    }
    MailStream stream = diagnosed.stream();
    for (Recommendation each : advice) {
      boolean worksAlone =
          each == RELAX_ASPF && stream.spfCause() == Cause.STRICT_ONLY
              || each == RELAX_ADKIM && stream.dkimCause() == Cause.STRICT_ONLY;
      if (each != Recommendation.NONE && (!taken.contains(each) || worksAlone)) {
        changes.add(List.of(each));
      }
    }
    return changes;
  }

  /** The action that makes those changes for a cell. */
  static ActionKey of(List<Recommendation> changes, Cell cell) {
    return new ActionKey(changes, target(changes.get(0), cell));
  }

  /** What a change is made to. Relaxing concerns all mail under the record, in a bundle too. */
  private static Target target(Recommendation change, Cell cell) {
    Facts facts = cell.facts();
    return switch (change) {
      case RELAX_ASPF, RELAX_ADKIM, PARK_DOMAIN, ENFORCE_POLICY -> Target.of(facts.policyDomain());
      case CUSTOM_MAIL_FROM, EASY_DKIM, OWN_IDENTITY -> new Domain(facts.authorDomain());
      case REPAIR_EASY_DKIM -> broken(facts.dkim(), cell);
      case REPAIR_DKIM ->
          isAtVendor(cell) ? new Service(cell.sender().name()) : broken(facts.dkim(), cell);
      case AUTHORIZE_IN_SPF, REPAIR_SPF -> broken(facts.spf(), cell);
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> new Service(cell.sender().name());
      case ASK_OWNER ->
          cell.sender().name().isEmpty()
              ? new Group(cell.sourceGroup())
              : new Service(cell.sender().name());
      case PUBLISH_DKIM, WAIT, NONE -> new Group(cell.sourceGroup());
    };
  }

  /**
   * The name of ours that was checked and did not pass: one that would count before one that would
   * not.
   */
  private static Target broken(Leg leg, Cell cell) {
    Identity broken = null;
    for (Identity identity : leg.identities()) {
      boolean candidate =
          identity.relation().isOwn() && !identity.passes() && identity.domain().isPresent();
      if (candidate && (broken == null || isBefore(identity, broken, leg.mode()))) {
        broken = identity;
      }
    }
    return new Domain(broken == null ? cell.facts().authorDomain() : broken.domain());
  }

  private static boolean isBefore(Identity one, Identity other, AlignmentMode mode) {
    boolean counts = one.relation().aligns(mode);
    return counts == other.relation().aligns(mode)
        ? one.domain().get().compareTo(other.domain().get()) < 0
        : counts;
  }

  @Override
  public int compareTo(ActionKey other) {
    int order = changes == other.changes ? 0 : BY_CHANGES.compare(changes, other.changes);
    return order != 0 ? order : target.text().compareTo(other.target.text());
  }
}
