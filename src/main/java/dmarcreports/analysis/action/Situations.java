package dmarcreports.analysis.action;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Leg;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.remedy.Situation;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.stream.DomainMail;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Puts together what the reports tell about the messages that an action is for. */
final class Situations {
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]{1,2}");
  private static final String BARE_REGION = "us-east-1";

  private final ActionKey key;
  private final DomainMail mail;
  private final List<PolicyReadiness> readiness;
  private final Map<Set<?>, Set<?>> sets;
  private final Set<Facts> added = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean withoutAddress;
  private boolean unserved;
  private final SortedSet<DomainName> authors = new TreeSet<>();
  private final SortedSet<String> regions = new TreeSet<>();
  private final List<SourceIp> addresses = new ArrayList<>();
  private final SortedSet<DomainName> spfDomains = new TreeSet<>();
  private final SortedSet<DomainName> formerMailFrom = new TreeSet<>();
  private final SortedSet<String> brokenKeys = new TreeSet<>();
  private final SortedSet<DomainName> strangers = new TreeSet<>();
  private final Set<Cause> spfCauses = EnumSet.noneOf(Cause.class);
  private final Set<Cause> dkimCauses = EnumSet.noneOf(Cause.class);
  private final SortedMap<String, SenderProfile> services = new TreeMap<>();

  /**
   * @param sets those of other situations, each to itself
   */
  Situations(
      ActionKey key, DomainMail mail, List<PolicyReadiness> readiness, Map<Set<?>, Set<?>> sets) {
    this.key = key;
    this.mail = mail;
    this.readiness = readiness;
    this.sets = sets;
  }

  /** Adds messages that are all of one kind. */
  void add(List<Cell> alike) {
    Cell cell = alike.get(0);
    if (cell.kind().addressed()) {
      for (Cell each : alike) {
        addresses.add(each.source().get());
      }
    } else {
      withoutAddress = true;
    }
    dkimCauses.add(mail.knowledge().dkimCause(cell));
    mail.knowledge().formerMailFrom(cell).ifPresent(formerMailFrom::add);
    Optional<SenderProfile> service = cell.sender().service();
    service.ifPresent(s -> services.put(s.name(), s));
    cell.sender().masked().forEach(s -> services.put(s.name(), s));
    unserved |= service.isEmpty();
    cell.sender().stranger().ifPresent(strangers::add);
    if (added.add(cell.facts())) {
      add(cell.facts());
    }
  }

  private void add(Facts facts) {
    facts.authorDomain().ifPresent(authors::add);
    spfCauses.add(facts.spfCause());
    brokenKeys.addAll(facts.brokenKeys());
    for (Identity identity : facts.spf().identities()) {
      if (identity.relation().isOwn() && !identity.passes()) {
        identity.domain().ifPresent(spfDomains::add);
      }
      if (identity.passesForeign()) {
        identity.domain().flatMap(Situations::region).ifPresent(regions::add);
      }
    }
  }

  /** Whether some of them name no address. */
  boolean isWithoutAddress() {
    return withoutAddress;
  }

  Situation situation() {
    return new Situation(
        mail.policy(),
        key.target(),
        kept(authors),
        List.copyOf(services.values()),
        unserved,
        strangers.stream().findFirst(),
        kept(regions),
        formerMailFrom.stream().findFirst(),
        addresses.stream().sorted().distinct().toList(),
        shared(spfCauses),
        shared(dkimCauses),
        kept(spfDomains),
        kept(keys()),
        kept(sisters()),
        readiness,
        mail.dns());
  }

  private <T> SortedSet<T> kept(SortedSet<T> set) {
    return set.isEmpty() ? Collections.emptySortedSet() : shared(set);
  }

  /** The same set for an equal one; only empty ones of different kinds would be equal. */
  @SuppressWarnings("unchecked")
  private <S extends Set<?>> S shared(S set) {
    return (S) sets.computeIfAbsent(set, same -> same);
  }

  /** The region that a return path of Amazon SES names; the bare name is that of us-east-1. */
  private static Optional<String> region(DomainName path) {
    if (!KnownSenders.AMAZON_SES.passesSpfAs(path)) {
      return Optional.empty();
    }
    String first = path.text().substring(0, path.text().indexOf('.'));
    if (path.text().equals("amazonses.com")) {
      return Optional.of(BARE_REGION);
    }
    return REGION.matcher(first).matches() ? Optional.of(first) : Optional.empty();
  }

  /** Where the keys of one domain are repaired, no other's are published with them. */
  private SortedSet<String> keys() {
    SortedSet<String> ofTarget = new TreeSet<>();
    if (key.repairsKeys()) {
      brokenKeys.stream().filter(k -> isOfTarget(DkimKey.parse(k))).forEach(ofTarget::add);
    }
    return ofTarget.isEmpty() ? brokenKeys : ofTarget;
  }

  private boolean isOfTarget(Optional<DkimKey> broken) {
    return broken.isPresent() && broken.map(DkimKey::domain).equals(key.target().domain());
  }

  private SortedSet<DomainName> sisters() {
    SortedSet<DomainName> sisters = new TreeSet<>();
    boolean spf = key.changes().contains(Recommendation.RELAX_ASPF);
    boolean dkim = key.changes().contains(Recommendation.RELAX_ADKIM);
    Facts last = null;
    for (Cell cell : spf || dkim ? mail.cells() : List.<Cell>of()) {
      if (cell.facts() != last) {
        last = cell.facts();
        addSisters(spf, last.spf(), sisters);
        addSisters(dkim, last.dkim(), sisters);
      }
    }
    return sisters;
  }

  private static void addSisters(boolean relaxed, Leg leg, SortedSet<DomainName> sisters) {
    if (relaxed && leg.mode() == AlignmentMode.STRICT) {
      for (Identity identity : leg.identities()) {
        if (identity.passes() && identity.relation() == Relation.ORGANIZATIONAL) {
          sisters.add(identity.domain().get());
        }
      }
    }
  }
}
