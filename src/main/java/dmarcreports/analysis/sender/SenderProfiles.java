package dmarcreports.analysis.sender;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The services that we know, in order of precedence, and the labels that the owner gave. */
public final class SenderProfiles {
  private final List<SenderProfile> profiles;
  private final Labels labels;
  private final NameIndex signers;
  private final NameIndex paths;
  private final NameIndex hosts;
  private final NameIndex relays;

  private SenderProfiles(List<SenderProfile> profiles, Labels labels) {
    this.profiles = List.copyOf(profiles);
    this.labels = labels;
    this.signers = new NameIndex(this.profiles, SenderProfile::dkimSuffixes);
    this.paths = new NameIndex(this.profiles, SenderProfile::spfSuffixes);
    this.hosts =
        new NameIndex(
            this.profiles.stream().filter(SenderProfile::isSender).toList(),
            SenderProfile::hostNames);
    this.relays = new NameIndex(this.profiles, SenderProfile::relayNames);
  }

  /** The services that come with the program. */
  public static SenderProfiles standard() {
    return new SenderProfiles(KnownSenders.ALL, new Labels(List.of(), KnownSenders.ALL));
  }

  /**
   * These services, Amazon SES among them or not.
   *
   * @throws IllegalArgumentException if two have the same name or claim the same domain
   */
  public static SenderProfiles of(List<SenderProfile> profiles) {
    Set<String> names = new HashSet<>();
    for (SenderProfile each : profiles) {
      if (!names.add(each.slug())) {
        throw new IllegalArgumentException("two services are called " + each.name());
      }
      for (SenderProfile other : profiles) {
        if (!each.equals(other) && each.suffixes().anyMatch(other::claims)) {
          throw new IllegalArgumentException(
              each.name() + " and " + other.name() + " claim one domain");
        }
      }
    }
    return new SenderProfiles(profiles, new Labels(List.of(), profiles));
  }

  /** The same services under the owner's labels; the first label that matches counts. */
  public SenderProfiles withLabels(List<SenderLabel> ownersLabels) {
    List<SenderProfile> services = OwnServices.and(profiles, ownersLabels);
    return new SenderProfiles(services, new Labels(ownersLabels, profiles));
  }

  /** Why a label could never match anything; empty where it can. */
  public Optional<Saying> flawOfMatch(String match) {
    String text = match.strip();
    Optional<SenderProfile> named = profiles.stream().filter(p -> p.isCalled(text)).findFirst();
    if (named.isPresent()) {
      return named
          .filter(p -> p.suffixes().findAny().isEmpty())
          .map(p -> MatchFlaw.NO_TRACE.of(p.name()));
    }
    boolean usable =
        Network.parse(text).isPresent()
            || text.contains(".") && !text.contains("/") && DomainName.parse(text).isPresent();
    return usable ? Optional.empty() : Optional.of(MatchFlaw.NO_SENDER.of(text));
  }

  /** The services, in order of precedence. */
  public List<SenderProfile> all() {
    return profiles;
  }

  /** The service that signs as that domain. */
  public Optional<SenderProfile> signingAs(DomainName domain) {
    return signers.find(domain);
  }

  /** The service whose return paths lie at or below that domain. */
  public Optional<SenderProfile> passingSpfAs(DomainName domain) {
    return paths.find(domain);
  }

  /** Whose host has that name. */
  public Host host(DomainName name) {
    return new Host(hosts.find(name), relays.find(name));
  }

  /** Whether the last known SPF record of amazonses.com holds the address; a hint, never proof. */
  public boolean mayBeAmazonSes(SourceIp source) {
    for (Network network : KnownSenders.AMAZON_SES_NETWORKS) {
      if (network.contains(source)) {
        return true;
      }
    }
    return false;
  }

  public Labels labels() {
    return labels;
  }
}
