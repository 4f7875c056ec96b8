package dmarcreports.analysis.sender;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A service that sends or passes on mail for others, the names that pass in its stead, and what its
 * own settings are called.
 *
 * @param kind what it does with mail
 * @param spfSuffixes domains that SPF passes for when nothing is set up
 * @param dkimSuffixes domains that sign when nothing is set up
 * @param hosts names that its hosts have beside those
 * @param relays names of hosts that pass mail on, where it sends as well
 * @param tenants how such a domain tells which customer it is about
 * @param dkimReach whether it can be made to sign for its customers
 * @param spfReach whether its customers can have a return path of their own
 * @param signing how it is made to sign with the customer's domain
 * @param returnPath how it is given the customer's return path
 * @param note what else to know
 * @param verified whether all that could be read at the service itself, or in mail of its
 */
public record SenderProfile(
    String name,
    Kind kind,
    List<DomainName> spfSuffixes,
    List<DomainName> dkimSuffixes,
    List<DomainName> hosts,
    List<DomainName> relays,
    TenantNaming tenants,
    Reach dkimReach,
    Reach spfReach,
    Setup signing,
    Setup returnPath,
    Optional<Phrase> note,
    boolean verified) {

  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER = Pattern.compile("^-|-$");

  /** Keeps its own copies of the lists. */
  public SenderProfile {
    spfSuffixes = List.copyOf(spfSuffixes);
    dkimSuffixes = List.copyOf(dkimSuffixes);
    hosts = List.copyOf(hosts);
    relays = List.copyOf(relays);
  }

  /** What a service does with mail. */
  public enum Kind {
    /** Sends for its customers. */
    SENDER,
    /** Passes mail on as it is, under a return path of its own. */
    FORWARDER,
    /** Both a mailbox provider and a forwarder: it forwards what it does not sign. */
    MAILBOX,
    /** Passes mail on to the members of a list. */
    LIST
  }

  /**
   * One thing to set up.
   *
   * @param setting what the service calls it; empty where it has no such setting
   * @param steps what is particular about it, in order; each may speak of the Author Domain
   * @param records to publish
   * @param include the name whose SPF record lists the service, to be included in the customer's
   *     own; empty where the customer's record is not asked
   * @param finish what to do once they are published; empty where the service only verifies them
   */
  public record Setup(
      String setting,
      List<Phrase> steps,
      List<SetupRecord> records,
      String include,
      Optional<Phrase> finish) {
    public static final Setup NONE = new Setup("", List.of(), List.of(), "", Optional.empty());

    /** Keeps its own copies of the lists. */
    public Setup {
      steps = List.copyOf(steps);
      records = List.copyOf(records);
    }
  }

  /** The name without blanks: lower case, words joined by hyphens. */
  public String slug() {
    String slug = slug(name);
    return slug.isEmpty() ? suffixes().findFirst().map(DomainName::text).orElse("service") : slug;
  }

  static String slug(String name) {
    String words = OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    return OUTER.matcher(words).replaceAll("");
  }

  /** Whether a text means that service. */
  boolean isCalled(String text) {
    return name.equalsIgnoreCase(text) || slug().equals(text);
  }

  /** All that is said of it alone. */
  public Stream<Phrase> phrases() {
    return Stream.of(
            signing.steps().stream(),
            signing.finish().stream(),
            returnPath.steps().stream(),
            note.stream())
        .flatMap(phrases -> phrases);
  }

  public boolean isSender() {
    return kind == Kind.SENDER;
  }

  /** Whether it can be made to sign so that the signature aligns under that mode. */
  public boolean dkimCanAlign(AlignmentMode mode) {
    return dkimReach.aligns(mode);
  }

  /** Whether SPF can be brought to align, at least in relaxed mode. */
  public boolean spfCanAlign() {
    return spfCanAlign(AlignmentMode.RELAXED);
  }

  public boolean spfCanAlign(AlignmentMode mode) {
    return spfReach.aligns(mode);
  }

  public boolean passesSpfAs(DomainName domain) {
    return isBelowAny(domain, spfSuffixes);
  }

  public boolean signsAs(DomainName domain) {
    return isBelowAny(domain, dkimSuffixes);
  }

  boolean claims(DomainName domain) {
    return passesSpfAs(domain) || signsAs(domain);
  }

  /** The names that its hosts have. */
  List<DomainName> hostNames() {
    return Stream.of(suffixes(), hosts.stream(), relays.stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** Those of hosts that pass mail on. */
  List<DomainName> relayNames() {
    return isSender() ? relays : hostNames();
  }

  /** The customer's words in a shared name of the service; empty where it tells none. */
  public Optional<String> tenantOf(DomainName sharedName) {
    if (tenants == TenantNaming.NONE) {
      return Optional.empty();
    }
    return suffixes().flatMap(s -> tenants.words(sharedName, s).stream()).findFirst();
  }

  /**
   * Whether the customer that a shared name tells may be that organization; true also where it
   * cannot be told.
   */
  boolean isTenant(DomainName sharedName, DomainName organization) {
    return tenantOf(sharedName).filter(t -> !tenants.mayBe(t, organization)).isEmpty();
  }

  /** Whether a shared name tells a customer whose words are like that organization's name. */
  boolean isTenantLike(DomainName sharedName, DomainName organization) {
    return tenantOf(sharedName).filter(t -> tenants.isLike(t, organization)).isPresent();
  }

  /** The same service at other domains. */
  SenderProfile at(List<DomainName> domains) {
    return new SenderProfile(
        name,
        kind,
        domains,
        domains,
        List.of(),
        List.of(),
        TenantNaming.NONE,
        dkimReach,
        spfReach,
        signing,
        returnPath,
        note,
        verified);
  }

  private static boolean isBelowAny(DomainName domain, List<DomainName> suffixes) {
    for (DomainName suffix : suffixes) {
      if (domain.isAtOrBelow(suffix)) {
        return true;
      }
    }
    return false;
  }

  Stream<DomainName> suffixes() {
    return Stream.concat(spfSuffixes.stream(), dkimSuffixes.stream()).distinct();
  }
}
