package dmarcreports.analysis.sender;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Outcome;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.report.DomainName;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The questions by which the sender is found, all about the same facts.
 *
 * @param spf the domains of others that SPF passed for, by the list as by the tree walk
 * @param dkim those that signed
 */
public record WhoSent(
    Facts facts,
    Set<DomainName> spf,
    Set<DomainName> dkim,
    SenderProfiles profiles,
    PublicSuffixList suffixes) {

  /**
   * Who sent that.
   *
   * @param sesAddress whether it came from an address known to be one of Amazon SES
   * @param host whose host it came from, by its name
   */
  public static Sender sender(
      Facts facts,
      boolean sesAddress,
      Host host,
      SenderProfiles profiles,
      PublicSuffixList suffixes) {
    WhoSent inquiry =
        new WhoSent(
            facts,
            withoutSisters(facts.spf().passingForeign(), facts, suffixes),
            withoutSisters(facts.dkim().passingForeign(), facts, suffixes),
            profiles,
            suffixes);
    boolean ses = inquiry.provesSes();
    boolean throughSes = ses && inquiry.provesCustomerOfSes(sesAddress);
    Optional<SenderProfile> service =
        ses && !throughSes ? Optional.of(KnownSenders.AMAZON_SES) : inquiry.service();
    Optional<DomainName> stranger = inquiry.stranger();
    return new Sender(
        service,
        stranger,
        throughSes,
        inquiry.forwarders().findAny().isPresent(),
        inquiry.cameAnotherWay(service, sesAddress),
        inquiry.masked(service),
        !inquiry.otherSigners().isEmpty(),
        inquiry.isOneHand() && !sesAddress,
        inquiry.looksLikeList(),
        host.beside(service, stranger.isPresent(), facts.spf().hasOwnPass()));
  }

  /** A tree walk may find a name foreign whose owner is ours all the same: nobody else sent. */
  private static Set<DomainName> withoutSisters(
      SortedSet<DomainName> foreign, Facts facts, PublicSuffixList suffixes) {
    if (facts.apart().isEmpty()) {
      return foreign;
    }
    DomainName author = facts.authorDomain().orElseThrow();
    return foreign.stream()
        .filter(name -> !suffixes.sameOrganization(name, author))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean provesSes() {
    return spf().stream().anyMatch(KnownSenders.AMAZON_SES::passesSpfAs)
        || dkim().stream().anyMatch(KnownSenders.AMAZON_SES::signsAs);
  }

  boolean provesCustomerOfSes(boolean sesAddress) {
    return dkim().stream()
            .anyMatch(d -> !KnownSenders.AMAZON_SES.signsAs(d) && !forwardsSigningAs(d))
        || sesAddress
            && spf().stream()
                .anyMatch(d -> !KnownSenders.AMAZON_SES.passesSpfAs(d) && !forwardsAs(d));
  }

  /** The first service that proves itself and is not Amazon SES. */
  Optional<SenderProfile> service() {
    Set<SenderProfile> proven = signers();
    for (DomainName domain : spf) {
      profiles
          .passingSpfAs(domain)
          .filter(p -> !isOfAnotherTenant(p, domain))
          .ifPresent(proven::add);
    }
    for (SenderProfile profile : proven.isEmpty() ? List.<SenderProfile>of() : profiles.all()) {
      if (proven.contains(profile) && profile.isSender() && !Sender.isSes(profile)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  /** Whoever signs for customers, other customers of shared names left out. */
  private Set<SenderProfile> signers() {
    Set<SenderProfile> signers = Collections.newSetFromMap(new IdentityHashMap<>());
    for (DomainName domain : dkim) {
      profiles.signingAs(domain).filter(p -> !isOfAnotherTenant(p, domain)).ifPresent(signers::add);
    }
    return signers;
  }

  /**
   * Whether a shared name of the service tells another customer than the Author Domain's
   * organization. Where customers choose their words, other words say so only beside a return path
   * of yet another organization.
   */
  private boolean isOfAnotherTenant(SenderProfile profile, DomainName name) {
    if (facts.authorDomain().isEmpty() || profile.tenantOf(name).isEmpty()) {
      return false;
    }
    DomainName ours = suffixes.organizationalDomain(facts.authorDomain().get());
    return !profile.isTenant(name, ours)
        || !profile.isTenantLike(name, ours) && customPath(profile).isPresent();
  }

  /** The return path of another organization, beside that service's own. */
  private Optional<DomainName> customPath(SenderProfile profile) {
    return spf().stream().filter(d -> !profile.passesSpfAs(d)).findFirst();
  }

  /** The services that signed what another organization signed as well. */
  List<SenderProfile> masked(Optional<SenderProfile> service) {
    if (dkim.size() < 2) {
      return List.of();
    }
    Set<SenderProfile> signers = signers();
    return profiles.all().stream()
        .filter(signers::contains)
        .filter(p -> p.isSender() && p.dkimReach() != Reach.NEVER)
        .filter(p -> !service.equals(Optional.of(p)))
        .filter(p -> spf().stream().noneMatch(p::passesSpfAs))
        .filter(p -> !dkim().stream().allMatch(p::signsAs))
        .toList();
  }

  /** Whether one organization made all signatures but those of services, and sent it on. */
  boolean isOneHand() {
    List<DomainName> others = otherSigners();
    return !others.isEmpty()
        && others.stream().allMatch(d -> suffixes.sameOrganization(d, others.get(0)))
        && spf().stream().anyMatch(s -> suffixes.sameOrganization(s, others.get(0)));
  }

  List<DomainName> otherSigners() {
    return dkim().stream().filter(d -> sendingFor(profiles.signingAs(d)).isEmpty()).toList();
  }

  Stream<DomainName> forwarders() {
    return Stream.concat(
        dkim().stream().filter(this::forwardsSigningAs), spf().stream().filter(this::forwardsAs));
  }

  Optional<DomainName> stranger() {
    Stream<DomainName> signers = dkim().stream().filter(this::isStrangersSignature);
    Stream<DomainName> paths =
        spf().stream()
            .filter(d -> sendingFor(profiles.passingSpfAs(d)).isEmpty() || isTenantsName(d));
    return Stream.concat(signers, paths)
        .min(Comparator.comparing(d -> forwardsSigningAs(d) || forwardsAs(d)))
        .map(this::organization);
  }

  /** Whether none of the services signed so for us. */
  private boolean isStrangersSignature(DomainName domain) {
    return sendingFor(profiles.signingAs(domain)).isEmpty() || isTenantsName(domain);
  }

  private boolean isTenantsName(DomainName name) {
    return sendingFor(profiles.signingAs(name).or(() -> profiles.passingSpfAs(name)))
        .filter(p -> isOfAnotherTenant(p, name))
        .isPresent();
  }

  private static Optional<SenderProfile> sendingFor(Optional<SenderProfile> profile) {
    return profile.filter(SenderProfile::isSender);
  }

  /** Whose name that is: another customer's where the name is shared. */
  private DomainName organization(DomainName name) {
    if (!isTenantsName(name)) {
      return suffixes.organizationalDomain(name);
    }
    SenderProfile service =
        profiles.signingAs(name).or(() -> profiles.passingSpfAs(name)).orElseThrow();
    return spf().stream()
        .filter(s -> !service.passesSpfAs(s))
        .map(suffixes::organizationalDomain)
        .filter(o -> service.isTenantLike(name, o))
        .findFirst()
        .orElse(name);
  }

  boolean cameAnotherWay(Optional<SenderProfile> service, boolean sesAddress) {
    boolean ses = service.filter(Sender::isSes).isPresent();
    if (ses && sesAddress) {
      return false;
    }
    boolean proven = facts.dkimCause().isAligned();
    boolean signed = service.filter(p -> dkim().stream().anyMatch(p::signsAs)).isPresent();
    boolean foreignPath =
        facts.spfCause() == Cause.PASS_FOREIGN
            && spf().stream()
                .noneMatch(d -> service.filter(p -> p.passesSpfAs(d)).isPresent() || isSigner(d));
    boolean ownPathFails =
        facts.spfCause() == Cause.OWN_FAIL || facts.spfCause() == Cause.OWN_SOFTFAIL;
    return foreignPath && (proven ? !dkim().isEmpty() : ses && signed)
        || ownPathFails && proven && ses && signed;
  }

  boolean looksLikeList() {
    return facts.dkim().hasOwn(Outcome.FAIL)
        && !facts.dkim().hasOwnPass()
        && dkim().stream().filter(this::isStrangersSignature).anyMatch(this::hasPathOfItsOwn);
  }

  /** Whether SPF passes for the organization of a signer, or for one that a customer has. */
  private boolean hasPathOfItsOwn(DomainName signer) {
    return isTenantsName(signer)
        ? !spf().isEmpty()
        : spf().stream().anyMatch(s -> suffixes.sameOrganization(s, signer));
  }

  private boolean isSigner(DomainName path) {
    return dkim().stream().anyMatch(d -> suffixes.sameOrganization(path, d));
  }

  private boolean forwardsSigningAs(DomainName domain) {
    return profiles.signingAs(domain).filter(p -> !p.isSender()).isPresent();
  }

  /** A mailbox provider forwards what it does not sign. */
  private boolean forwardsAs(DomainName domain) {
    return profiles
        .passingSpfAs(domain)
        .filter(p -> !p.isSender())
        .filter(p -> p.kind() != SenderProfile.Kind.MAILBOX || !isSigner(domain))
        .isPresent();
  }
}
