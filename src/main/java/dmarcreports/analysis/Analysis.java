package dmarcreports.analysis;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.OrganizationWays;
import dmarcreports.analysis.alignment.Organizations;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.Host;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.Diagnosed;
import dmarcreports.analysis.stream.DomainMail;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.Cells;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.DomainSums;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.analysis.sums.ReporterTrust;
import dmarcreports.analysis.sums.Source;
import dmarcreports.analysis.sums.SourceName;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.dns.ConfirmedName;
import dmarcreports.dns.Snapshot;
import dmarcreports.dns.dmarc.PolicyDiscovery;
import dmarcreports.dns.dmarc.TreeWalk;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Observation;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the reports say, by policy domain.
 *
 * @param domains sorted by name
 * @param reporters sorted by name
 * @param explained how the streams of each domain came about, in the order of its findings
 */
public record Analysis(
    List<DomainFindings> domains,
    List<ReporterFindings> reporters,
    Map<DomainName, List<Explained.Stream>> explained) {
  /** Keeps its own copies, but of what is explained: that is made when asked for. */
  public Analysis {
    domains = List.copyOf(domains);
    reporters = List.copyOf(reporters);
    explained = Map.copyOf(explained);
  }

  /** What those observations say, in whatever order they come. */
  public static Analysis of(
      Iterable<Observation> observations, PublicSuffixList suffixes, SenderProfiles profiles) {
    Collector collector = new Collector(suffixes, profiles);
    observations.forEach(collector::add);
    return collector.finish();
  }

  /**
   * Sums observations as they come and keeps no more than the sums. Give it the same evidence as
   * the same object where you can: it is weighed once. What it collected it tells once.
   */
  public static final class Collector {
    private static final int MAX_REMEMBERED = 1_000_000;

    private final PublicSuffixList suffixes;
    private final SenderProfiles profiles;
    private int newest = Integer.MAX_VALUE;
    private Snapshot dns = Snapshot.NONE;
    private Snapshot names = Snapshot.NONE;
    private OrganizationWays organizations;
    private final ReporterTrust reporters = new ReporterTrust();
    private Optional<Background> background = Optional.empty();
    private final Map<Evidence, Weighed> weighed = new IdentityHashMap<>();
    private final Map<Facts, Weighed> distinct = new HashMap<>();
    private final Map<DomainName, DomainSums> domains = new TreeMap<>();
    private final Map<Optional<SourceIp>, Source> sources = new HashMap<>();
    private final Map<String, String> networks = new HashMap<>();

    /** Nothing collected yet. */
    public Collector(PublicSuffixList suffixes, SenderProfiles profiles) {
      this.suffixes = suffixes;
      this.profiles = profiles;
      this.organizations = OrganizationWays.byList(suffixes);
    }

    /** The newest day that does not lie in the future: later ones are never today. */
    public void upTo(Optional<LocalDate> day) {
      newest = day.map(d -> (int) d.toEpochDay()).orElse(Integer.MAX_VALUE);
    }

    /** What DNS has shown, whenever it was asked; to be said before the first observation. */
    public void published(Snapshot shown) {
      dns = shown;
      names = shown.ofNames();
      organizations =
          shown.isEmpty()
              ? OrganizationWays.byList(suffixes)
              : new OrganizationWays(
                  suffixes,
                  name -> walked(TreeWalk.of(name, shown)),
                  name -> walked(TreeWalk.of(name, shown::first)));
    }

    /**
     * What all mail shows of reporters and addresses, where only that of some domains is added; to
     * be said before the first observation.
     */
    public void background(Background known) {
      background = Optional.of(known);
      known
          .accounts()
          .forEach(
              one ->
                  reporters.add(
                      reporters.number(one.reporter()),
                      one.fault(),
                      one.messages(),
                      one.records()));
    }

    private static Optional<Organizations.Walked> walked(TreeWalk walk) {
      Optional<DomainName> policyDomain =
          walk.policy() instanceof PolicyDiscovery.Located found
              ? Optional.of(found.domain())
              : Optional.empty();
      return walk.organizationalDomain()
          .map(organization -> new Organizations.Walked(organization, policyDomain));
    }

    /** Adds the messages of one observation. */
    public void add(Observation observation) {
      add(observation, 1);
    }

    /** The same of several records that differ in nothing else: their messages are summed. */
    public void add(Observation observation, long records) {
      Weighed known = weigh(observation.evidence());
      int reporter = reporters.number(observation.reporter());
      if (background.isEmpty()) {
        reporters.add(reporter, known.share().fault(), observation.messages(), records);
      }
      Source source = sources.computeIfAbsent(observation.sourceIp(), this::source);
      known.domain().add(known.place(), source, observation, reporter);
      if (known.share().provesSes()) {
        source.provesSes();
      }
    }

    private Source source(Optional<SourceIp> address) {
      Optional<DomainName> name =
          names.isEmpty() ? Optional.empty() : address.flatMap(a -> ConfirmedName.of(a, names));
      Host host = name.map(profiles::host).orElse(Host.UNKNOWN);
      return new Source(
          address,
          networks.computeIfAbsent(Source.networkOf(address), same -> same),
          name,
          host,
          host.service().filter(KnownSenders.AMAZON_SES::equals).isPresent()
              || address.isPresent() && mayBeAmazonSes(address.get()));
    }

    private boolean mayBeAmazonSes(SourceIp address) {
      return profiles.mayBeAmazonSes(address)
          || background.isPresent() && background.get().ses().contains(address);
    }

    /** How all of them fared. */
    public Tally tally() {
      return domains.values().stream()
          .flatMap(sums -> sums.days().stream())
          .map(DayTally::tally)
          .reduce(Tally.EMPTY, Tally::plus);
    }

    /** What all of them say together. */
    public Analysis finish() {
      weighed.clear();
      distinct.clear();
      sources.clear();
      networks.clear();
      List<DomainFindings> findings = new ArrayList<>();
      Map<DomainName, List<Explained.Stream>> explained = new HashMap<>();
      domains.forEach(
          (domain, sums) -> {
            Findings found = findings(domain, sums);
            List<Diagnosed> ranked = found.ranked();
            findings.add(found.domainFindings(ranked, sums.days()));
            explained.put(domain, found.explained(ranked));
          });
      return new Analysis(findings, reporters.findings(), explained);
    }

    /** What is found of single records: each one's share of the answer. */
    public RecordDiagnoses diagnoses() {
      Map<RecordDiagnoses.Key, Diagnosed> diagnosed = new HashMap<>();
      domains.forEach(
          (domain, sums) ->
              findings(domain, sums)
                  .diagnosed()
                  .forEach(
                      (cell, stream) ->
                          diagnosed.put(
                              new RecordDiagnoses.Key(cell.facts(), cell.source()), stream)));
      return new RecordDiagnoses(diagnosed, evidence -> weigh(evidence).facts());
    }

    /** How the findings about one source came about; the rest of the mail is their background. */
    public Explained explain(SourceName source) {
      List<Explained.Domain> explained = new ArrayList<>();
      domains.forEach(
          (domain, sums) ->
              findings(domain, sums).explained(source::names).ifPresent(explained::add));
      return new Explained(source.text(), explained);
    }

    /** The same of the one mail collected, which tells nothing of what else a domain sends. */
    Optional<Explained.Domain> explainOneMail() {
      return domains.entrySet().stream()
          .findFirst()
          .map(one -> mail(one.getKey(), one.getValue()).alone())
          .flatMap(mail -> new Findings(mail, reporters, suffixes).explained(cell -> true));
    }

    private Findings findings(DomainName domain, DomainSums sums) {
      return new Findings(mail(domain, sums), reporters, suffixes);
    }

    private DomainMail mail(DomainName domain, DomainSums sums) {
      List<Cell> cells = new Cells(profiles, suffixes, reporters).of(sums);
      return DomainMail.of(domain, cells, sums.policy(newest), newest, dns);
    }

    private Weighed weigh(Evidence evidence) {
      Weighed known = weighed.get(evidence);
      if (known == null) {
        known = distinct.computeIfAbsent(organizations.facts(evidence), this::place);
        if (weighed.size() >= MAX_REMEMBERED) {
          weighed.clear();
        }
        weighed.put(evidence, known);
      }
      return known;
    }

    private Weighed place(Facts facts) {
      DomainSums domain = domains.computeIfAbsent(facts.policyDomain(), d -> new DomainSums());
      return new Weighed(facts, Background.Share.of(facts), domain, domain.of(facts));
    }

    /** Facts with what they tell of whoever sends and reports them, and the place of their sums. */
    private record Weighed(
        Facts facts, Background.Share share, DomainSums domain, DomainSums.OfFacts place) {}
  }
}
