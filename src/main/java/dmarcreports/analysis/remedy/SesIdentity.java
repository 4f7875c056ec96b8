package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An identity at Amazon SES, and where the reports show it in use.
 *
 * @param regions empty where the reports show none
 */
record SesIdentity(DomainName name, List<String> regions) {
  /** What stands for a region that the reports do not show. */
  static final String UNKNOWN_REGION = "REGION";

  private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]{2,12}){1,2}-[0-9]{1,2}");
  private static final int MOST_REGIONS = 50;

  /** Keeps its own copy of the list. */
  SesIdentity {
    regions = List.copyOf(regions);
  }

  /** The identity that an action is about. */
  static SesIdentity of(Situation situation) {
    DomainName policyDomain = situation.policyDomain();
    return of(
        situation
            .target()
            .domain()
            .filter(t -> t.isAtOrBelow(policyDomain) || policyDomain.isSubdomainOf(t))
            .orElse(author(situation)),
        situation);
  }

  /** The Author Domain as an identity of its own: one that is not the name that signs already. */
  static SesIdentity ofAuthorDomain(Situation situation) {
    List<DomainName> candidates = withoutOwnKey(situation);
    DomainName first = candidates.isEmpty() ? author(situation) : candidates.get(0);
    return of(situation.target().domain().filter(candidates::contains).orElse(first), situation);
  }

  /** The Author Domains that are not known to sign as themselves. */
  static List<DomainName> withoutOwnKey(Situation situation) {
    Set<DomainName> signing =
        situation.brokenKeys().stream()
            .flatMap(k -> DkimKey.parse(k).stream())
            .map(DkimKey::domain)
            .collect(Collectors.toSet());
    return situation.authorDomains().stream().filter(a -> !signing.contains(a)).toList();
  }

  static SesIdentity of(DomainName name, Situation situation) {
    return new SesIdentity(
        name,
        situation.regions().stream()
            .filter(r -> REGION.matcher(r).matches())
            .limit(MOST_REGIONS)
            .toList());
  }

  /** One region, or the word for it. */
  String region() {
    return regions.isEmpty() ? UNKNOWN_REGION : regions.get(0);
  }

  /** All regions, or the word for one. */
  List<String> regionsOrWord() {
    return regions.isEmpty() ? List.of(UNKNOWN_REGION) : regions;
  }

  /** A step that ends in a command about the identity, to be given in each region. */
  Step inEachRegion(Saying saying, SesCommand command) {
    List<String> others = regions.stream().skip(1).map(r -> "--region " + r).toList();
    Optional<Saying> again =
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(SesPhrase.AND_AGAIN.of(Names.of(Names.Joint.AND, others)));
    return new Step(saying, Optional.of(command.of(name, region())), again);
  }

  /** How to find what the reports do not show. */
  Saying howToFindRegions() {
    return regions.isEmpty()
        ? SesPhrase.FIND_REGION.of(name)
        : SesPhrase.REGIONS_SEEN.of(Names.of(Names.Joint.AND, regions));
  }

  /** What is easily forgotten. */
  Saying everywhere() {
    return SesPhrase.EVERYWHERE.of(name);
  }

  private static DomainName author(Situation situation) {
    return situation.authorDomains().isEmpty()
        ? situation.policyDomain()
        : situation.authorDomains().first();
  }
}
