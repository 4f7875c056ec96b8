package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.DkimKey;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An identity at Amazon SES, and where the reports show it in use.
 *
 * @param regions empty where the reports show none
 */
record SesIdentity(DomainName name, List<String> regions) {
  private static final String UNKNOWN_REGION = "REGION";
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
        DomainName.parse(situation.target())
            .filter(t -> t.isAtOrBelow(policyDomain) || policyDomain.isSubdomainOf(t))
            .orElse(author(situation)),
        situation);
  }

  /** The Author Domain as an identity of its own: one that is not the name that signs already. */
  static SesIdentity ofAuthorDomain(Situation situation) {
    List<DomainName> candidates = withoutOwnKey(situation);
    DomainName first = candidates.isEmpty() ? author(situation) : candidates.get(0);
    return of(
        DomainName.parse(situation.target()).filter(candidates::contains).orElse(first), situation);
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

  /** A command of {@code aws sesv2} about the identity, for each region. */
  String inEachRegion(String action, String arguments) {
    String command = command(action, arguments, region());
    List<String> others = regions.stream().skip(1).map(r -> "--region " + r).toList();
    return others.isEmpty() ? command : command + " (and again with " + and(others) + ")";
  }

  /** A command of {@code aws sesv2} about the identity. */
  String command(String action, String arguments, String region) {
    return "aws sesv2 "
        + action
        + " --email-identity "
        + name
        + (arguments.isEmpty() ? "" : " " + arguments)
        + " --region "
        + region;
  }

  /** How to find what the reports do not show. */
  String howToFindRegions() {
    String everywhere =
        "aws sesv2 list-email-identities --region REGION shows what one region holds, and the"
            + " header Feedback-ID of a sent mail (1.REGION.ACCOUNT:AmazonSES) shows the region"
            + " that sent it.";
    return regions.isEmpty()
        ? "Find the region, which the reports do not show: it is the one whose SES console lists "
            + name
            + " under Verified identities; write it wherever REGION stands. "
            + everywhere
        : "The reports show mail through "
            + and(regions)
            + ". Where you use Amazon SES in other regions too, do the same there. "
            + everywhere;
  }

  /** What is easily forgotten. */
  String everywhere() {
    return "Settings hold for one identity, in one region, in one account. Do the same in every"
        + " account and region that sends as "
        + name
        + ", and look at each e-mail address under it that is verified as an identity of its own:"
        + " its own settings go before those of the domain.";
  }

  private static String and(List<String> words) {
    return words.stream().collect(Collectors.joining(" and "));
  }

  private static DomainName author(Situation situation) {
    return situation.authorDomains().isEmpty()
        ? situation.policyDomain()
        : situation.authorDomains().first();
  }
}
