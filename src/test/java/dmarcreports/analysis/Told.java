package dmarcreports.analysis;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.remedy.Remedies;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.Situation;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.Reports;
import dmarcreports.report.SourceIp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What reports tell, as the tests of remedies write it. */
public final class Told {
  private final String record;
  private String target = "example.com";
  private String authors = "example.com";
  private Optional<SenderProfile> service = Optional.of(KnownSenders.AMAZON_SES);
  private Optional<DomainName> stranger = Optional.empty();
  private String regions = "eu-west-1";
  private Optional<DomainName> formerMailFrom = Optional.empty();
  private String addresses = "192.0.2.1";
  private Set<Cause> spfCauses = EnumSet.noneOf(Cause.class);
  private Set<Cause> dkimCauses = EnumSet.noneOf(Cause.class);
  private String spfDomains = "";
  private String brokenKeys = "";
  private String sisterDomains = "";
  private String readyFor = "reject";
  private Snapshot dns = Snapshot.NONE;

  private Told(String record) {
    this.record = record;
  }

  /** A record such as {@code example.com p=none aspf=s}. */
  public static Told under(String record) {
    return new Told(record);
  }

  public Told target(String text) {
    target = text;
    return this;
  }

  public Told from(String domains) {
    authors = domains;
    return this;
  }

  public Told by(String name) {
    service = SenderProfiles.standard().all().stream().filter(p -> p.name().equals(name)).findAny();
    return this;
  }

  public Told stranger(String domain) {
    stranger = Optional.of(new DomainName(domain));
    service = Optional.empty();
    return this;
  }

  public Told regions(String words) {
    regions = words;
    return this;
  }

  public Told formerMailFrom(String domain) {
    formerMailFrom = Optional.of(new DomainName(domain));
    return this;
  }

  public Told addresses(String words) {
    addresses = words;
    return this;
  }

  public Told spf(Cause... causes) {
    spfCauses = Set.of(causes);
    return this;
  }

  public Told dkim(Cause... causes) {
    dkimCauses = Set.of(causes);
    return this;
  }

  public Told spfDomains(String domains) {
    spfDomains = domains;
    return this;
  }

  public Told brokenKeys(String names) {
    brokenKeys = names;
    return this;
  }

  public Told sisters(String domains) {
    sisterDomains = domains;
    return this;
  }

  public Told ready(String policy) {
    readyFor = policy;
    return this;
  }

  /** What DNS has shown. */
  public Told dns(Snapshot shown) {
    dns = shown;
    return this;
  }

  /** The remedy for codes such as {@code custom_mail_from+relax_aspf}. */
  public SpokenRemedy remedy(String codes) {
    return SpokenRemedy.of(remedyOf(codes));
  }

  /** The same, unsaid. */
  public Remedy remedyOf(String codes) {
    return Remedies.of(codes(codes), situation());
  }

  static List<Recommendation> codes(String codes) {
    return Arrays.stream(codes.toUpperCase(Locale.ROOT).split("\\+"))
        .map(Recommendation::valueOf)
        .toList();
  }

  Situation situation() {
    return new Situation(
        Reports.policy(record),
        targetOf(target),
        sorted(authors, DomainName::new),
        service.stream().toList(),
        service.isEmpty(),
        stranger,
        sorted(regions, r -> r),
        formerMailFrom,
        sorted(addresses, SourceIp::new),
        spfCauses,
        dkimCauses,
        sorted(spfDomains, DomainName::new),
        brokenKeys.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(brokenKeys.split(","))),
        sorted(sisterDomains, DomainName::new),
        List.of(
            new PolicyReadiness(
                PolicyReadiness.Tag.P,
                Optional.empty(),
                policyOf(readyFor),
                List.of(),
                0,
                0,
                1,
                List.of())),
        dns);
  }

  /** A domain, a service that is known or a source group, by its name. */
  public static Target targetOf(String text) {
    if (SenderProfiles.standard().all().stream().anyMatch(p -> p.name().equals(text))) {
      return new Target.Service(text);
    }
    return DomainName.parse(text)
        .filter(d -> d.text().equals(text) && text.contains("."))
        .map(Target::of)
        .orElse(new Target.Group(text));
  }

  /** A policy by its word; empty for {@code unknown}. */
  public static Optional<Policy> policyOf(String word) {
    return word.equals("unknown") ? Optional.empty() : Optional.of(Reports.policyWord(word));
  }

  /** The word of a policy; {@code unknown} where there is none. */
  public static String word(Optional<Policy> policy) {
    return policy.map(p -> p.name().toLowerCase(Locale.ROOT)).orElse("unknown");
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(
      String words, Function<String, T> read) {
    return Stream.of(words.split(" "))
        .filter(w -> !w.isEmpty())
        .map(read)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
