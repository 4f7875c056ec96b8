package dmarcreports.analysis.alignment;

import dmarcreports.analysis.alignment.OrganizationMethod.Way;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** How names relate to the Author Domain of one evidence. */
final class Kinship {
  private final Organizations organizations;
  private final PublicSuffixList suffixes;
  private final DomainName policyDomain;
  private final Optional<DomainName> author;

  /** By the tree walk; empty where the list has to do. */
  private final Optional<DomainName> organization;

  Kinship(Evidence evidence, Organizations organizations) {
    this.organizations = organizations;
    this.suffixes = organizations.suffixes();
    this.policyDomain = evidence.policy().domain();
    this.author = evidence.identifiers().headerFrom();
    this.organization = author.flatMap(a -> organizations.ofAuthor(a, evidence.policy()));
  }

  /** The relation of an identifier. */
  Relation relation(Optional<DomainName> identifier) {
    Relation byList = Relation.of(identifier, author, suffixes);
    return switch (byList) {
      case EXACT, NONE -> byList;
      case ORGANIZATIONAL, FOREIGN ->
          byWalk(identifier.orElseThrow())
              .map(same -> same ? Relation.ORGANIZATIONAL : Relation.FOREIGN)
              .orElse(byList);
    };
  }

  private Optional<Boolean> byWalk(DomainName name) {
    return organization.flatMap(own -> organizations.isOf(name, own));
  }

  /** How that was found, as far as the names matter that pass. */
  OrganizationMethod method(Leg spf, Leg dkim) {
    if (author.isEmpty()) {
      return OrganizationMethod.of(Way.LIST);
    }
    SortedSet<DomainName> walked = new TreeSet<>(spf.passing());
    walked.addAll(dkim.passing());
    walked.remove(author.get());
    if (walked.isEmpty()) {
      return OrganizationMethod.of(Way.LIST);
    }
    Optional<DomainName> parted = walked.stream().filter(this::walkDecides).findFirst();
    if (parted.isPresent()) {
      return new OrganizationMethod(
          organizations.isFormer() ? Way.WALK_DECIDED : Way.WALK_DECIDES, parted);
    }
    Optional<DomainName> open =
        walked.stream()
            .filter(name -> byWalk(name).isEmpty())
            .filter(name -> isRelaxed(spf, name) || isRelaxed(dkim, name))
            .filter(this::listDecides)
            .findFirst();
    if (open.isPresent()) {
      return new OrganizationMethod(Way.LIST_DECIDES, open);
    }
    boolean told = walked.stream().allMatch(n -> byWalk(n).isPresent());
    return OrganizationMethod.of(told ? Way.WALK : Way.LIST);
  }

  private static boolean isRelaxed(Leg leg, DomainName name) {
    return leg.isRelaxed() && leg.passing().contains(name);
  }

  private boolean walkDecides(DomainName name) {
    return byWalk(name)
        .filter(same -> same != suffixes.sameOrganization(name, author.orElseThrow()))
        .isPresent();
  }

  /**
   * Whether the private section of the Public Suffix List decides, or the tree walk may come to
   * another Organizational Domain because the record lies below ours.
   */
  private boolean listDecides(DomainName name) {
    DomainName own = author.orElseThrow();
    return suffixes.privateSectionDecides(name, own)
        || policyDomain.isSubdomainOf(suffixes.organizationalDomain(own))
            && suffixes.sameOrganization(name, own)
            && !name.isAtOrBelow(policyDomain);
  }
}
