package dmarcreports.flow;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.lookup.CheckedDomain;
import dmarcreports.analysis.lookup.DomainLookups;
import dmarcreports.analysis.lookup.ReverseLookups;
import dmarcreports.analysis.lookup.SeenMail;
import dmarcreports.analysis.lookup.SeenMailCollector;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.DomainName;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import dmarcreports.stored.PolicyDomain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Domains and what the database shows of them in, what DNS shows of them out. */
public final class Check {
  private Check() {}

  /**
   * Looks up what mail authentication needs of each domain. The database is closed before anything
   * is asked.
   *
   * @param access the database; empty to go without
   * @param domains empty for every policy domain stored
   * @param selectors of DKIM keys, beside those that the reports name
   */
  public static List<CheckedDomain> run(
      Optional<Access> access,
      Set<DomainName> domains,
      List<String> selectors,
      Knowledge knowledge,
      Lookup lookup) {
    Map<DomainName, Stored> stored = new TreeMap<>();
    domains.forEach(domain -> stored.put(domain, Stored.NOTHING));
    access.ifPresent(one -> stored.putAll(stored(one, domains, knowledge)));
    List<CheckedDomain> checked = new ArrayList<>();
    DomainLookups lookups = new DomainLookups(lookup, knowledge.suffixes(), selectors);
    stored.forEach((name, of) -> checked.add(lookups.of(name, of.mail(), of.actions())));
    return checked;
  }

  /**
   * The same for every policy domain stored, and what the addresses are called that failing mail
   * came from.
   *
   * @return how many addresses are left for another night
   */
  public static int night(Access access, Knowledge knowledge, Lookup lookup, Instant now) {
    Map<DomainName, Stored> stored = stored(access, Set.of(), knowledge);
    DomainLookups lookups = new DomainLookups(lookup, knowledge.suffixes(), List.of());
    stored.forEach((name, of) -> lookups.of(name, of.mail(), of.actions()));
    Snapshot known = stored.values().stream().findFirst().map(Stored::dns).orElse(Snapshot.NONE);
    ReverseLookups names = new ReverseLookups(lookup, known, now);
    stored.values().forEach(of -> names.add(of.sources()));
    return names.ask();
  }

  /** Keeps what DNS has answered. */
  public static void keep(Access access, List<LookedUp> answers) {
    if (answers.isEmpty()) {
      return;
    }
    try (ReportReader reports = access.read()) {
      reports.lookups().save(answers);
    }
  }

  /**
   * What the database has of a domain, and what the findings make of it.
   *
   * @param sources most failing messages first
   * @param dns what was looked up before
   */
  private record Stored(
      SeenMail mail, List<Action> actions, List<SourceFindings> sources, Snapshot dns) {
    static final Stored NOTHING = new Stored(SeenMail.NONE, List.of(), List.of(), Snapshot.NONE);
  }

  private static Map<DomainName, Stored> stored(
      Access access, Set<DomainName> domains, Knowledge knowledge) {
    try (ReportReader reports = access.read()) {
      Map<DomainName, PolicyDomain> policies = reports.reported(selection(Set.of())).domains();
      Set<DomainName> wanted = domains.isEmpty() ? policies.keySet() : domains;
      Map<DomainName, SeenMailCollector> collectors = new TreeMap<>();
      wanted.forEach(d -> collectors.put(d, new SeenMailCollector(d, knowledge.suffixes())));
      Analysis.Collector analysis = knowledge.collector();
      analysis.upTo(reports.newestDay());
      Snapshot dns = knowledge.published(reports);
      analysis.published(dns);
      Set<DomainName> concerned = concerned(wanted, policies.keySet());
      if (!concerned.isEmpty()) {
        reports.observations(
            selection(concerned),
            observation -> {
              analysis.add(observation);
              collectors.values().forEach(c -> c.add(observation));
            });
      }
      Map<DomainName, DomainFindings> findings = byDomain(analysis.finish());
      Map<DomainName, Stored> stored = new TreeMap<>();
      collectors.forEach(
          (domain, collector) ->
              stored.put(
                  domain,
                  stored(
                      collector.finish(
                          Optional.ofNullable(policies.get(domain)).map(PolicyDomain::newest)),
                      Optional.ofNullable(findings.get(domain)),
                      dns)));
      return stored;
    }
  }

  private static Stored stored(SeenMail mail, Optional<DomainFindings> found, Snapshot dns) {
    return new Stored(
        mail,
        found.map(DomainFindings::actions).orElse(List.of()),
        found.map(DomainFindings::sources).orElse(List.of()),
        dns);
  }

  private static Map<DomainName, DomainFindings> byDomain(Analysis analysis) {
    return analysis.domains().stream()
        .collect(Collectors.toMap(DomainFindings::domain, found -> found));
  }

  private static Selection selection(Set<DomainName> domains) {
    return new Selection(Optional.empty(), Optional.empty(), domains);
  }

  /** The policy domains under which mail in the name of those may have come. */
  private static Set<DomainName> concerned(Set<DomainName> wanted, Set<DomainName> stored) {
    return stored.stream()
        .filter(s -> wanted.stream().anyMatch(w -> w.isAtOrBelow(s) || s.isAtOrBelow(w)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
