package dmarcreports.analysis;

import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Observation;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the reports say, by policy domain.
 *
 * @param domains sorted by name
 * @param reporters sorted by name
 */
public record Analysis(List<DomainFindings> domains, List<ReporterFindings> reporters) {
  /** Keeps its own copies of the lists. */
  public Analysis {
    domains = List.copyOf(domains);
    reporters = List.copyOf(reporters);
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
    private static final int MAX_REMEMBERED = 100_000;

    private final PublicSuffixList suffixes;
    private final SenderProfiles profiles;
    private int newest = Integer.MAX_VALUE;
    private final ReporterTrust reporters = new ReporterTrust();
    private final Map<Evidence, Facts> weighed = new IdentityHashMap<>();
    private final Map<Facts, Facts> distinct = new HashMap<>();
    private final Map<DomainName, DomainSums> domains = new TreeMap<>();
    private final Set<SourceIp> sesAddresses = new HashSet<>();
    private final Map<Optional<SourceIp>, Optional<SourceIp>> sources = new HashMap<>();

    /** Nothing collected yet. */
    public Collector(PublicSuffixList suffixes, SenderProfiles profiles) {
      this.suffixes = suffixes;
      this.profiles = profiles;
    }

    /** The newest day that does not lie in the future: later ones are never today. */
    public void upTo(Optional<LocalDate> day) {
      newest = day.map(d -> (int) d.toEpochDay()).orElse(Integer.MAX_VALUE);
    }

    /** Adds the messages of one observation. */
    public void add(Observation observation) {
      Facts facts = weigh(observation.evidence());
      int reporter = reporters.number(observation.reporter());
      reporters.add(reporter, facts, observation.messages());
      domains
          .computeIfAbsent(facts.policyDomain(), d -> new DomainSums())
          .add(facts, shared(observation.sourceIp()), observation, reporter);
      if (observation.sourceIp().isPresent() && provesSesAddress(facts)) {
        sesAddresses.add(observation.sourceIp().get());
      }
    }

    private Optional<SourceIp> shared(Optional<SourceIp> source) {
      if (sources.size() >= MAX_REMEMBERED) {
        sources.clear();
      }
      return sources.computeIfAbsent(source, one -> one);
    }

    /** What all of them say together. */
    public Analysis finish() {
      weighed.clear();
      distinct.clear();
      sources.clear();
      List<DomainFindings> findings = new ArrayList<>();
      domains.forEach(
          (domain, sums) -> findings.add(findings(domain, sums).domainFindings(sums.days())));
      return new Analysis(findings, reporters.findings());
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
      return new RecordDiagnoses(diagnosed, this::weigh);
    }

    /** How the findings about one source came about; the rest of the mail is their background. */
    public Explained explain(SourceName source) {
      List<Explained.Domain> explained = new ArrayList<>();
      domains.forEach(
          (domain, sums) ->
              findings(domain, sums).explained(source::names).ifPresent(explained::add));
      return new Explained(source.text(), explained);
    }

    private Findings findings(DomainName domain, DomainSums sums) {
      List<Cell> cells = new Cells(profiles, suffixes, reporters, sesAddresses).of(sums);
      DomainMail mail = DomainMail.of(domain, cells, sums.policy(newest), newest);
      return new Findings(mail, reporters, suffixes);
    }

    private Facts weigh(Evidence evidence) {
      Facts known = weighed.get(evidence);
      if (known != null) {
        return known;
      }
      Facts facts = Facts.of(evidence, suffixes);
      Facts same = distinct.putIfAbsent(facts, facts);
      if (weighed.size() >= MAX_REMEMBERED) {
        weighed.clear();
      }
      weighed.put(evidence, same == null ? facts : same);
      return same == null ? facts : same;
    }

    private static boolean provesSesAddress(Facts facts) {
      return facts.spf().passing().stream().anyMatch(KnownSenders.AMAZON_SES::passesSpfAs);
    }
  }
}
