package dmarcreports.analysis.lookup;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.AuthResults;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Observation;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sums what the stored messages show of one domain, whatever their number. */
public final class SeenMailCollector {
  private final DomainName domain;
  private final PublicSuffixList suffixes;
  private final SortedMap<SeenKey, SeenSignature> keys = new TreeMap<>();
  private final Map<DomainName, Path> paths = new HashMap<>();
  private final SortedSet<String> regions = new TreeSet<>();
  private final SortedMap<DomainName, Long> walked = new TreeMap<>();
  private Optional<LocalDate> newestDay = Optional.empty();
  private long messages;
  private long unnamedKeys;

  public SeenMailCollector(DomainName domain, PublicSuffixList suffixes) {
    this.domain = domain;
    this.suffixes = suffixes;
  }

  /** Takes messages, if they are in the domain's name or under its policy. */
  public void add(Observation seen) {
    Evidence evidence = seen.evidence();
    DomainName under = evidence.policy().domain();
    DomainName author = evidence.identifiers().headerFrom().orElse(under);
    if (!author.isAtOrBelow(domain) && !under.isAtOrBelow(domain)) {
      return;
    }
    messages += seen.messages();
    newestDay =
        newestDay.filter(day -> !day.isBefore(seen.day())).or(() -> Optional.of(seen.day()));
    boolean ses = evidence.authResults().dkim().stream().anyMatch(SeenMailCollector::isOfSes);
    evidence.authResults().dkim().forEach(signature -> add(signature, ses, seen));
    evidence.authResults().spf().forEach(check -> add(check, ses, seen));
    if (evidence.policy().isByTreeWalk()) {
      SortedSet<DomainName> names = new TreeSet<>(Set.of(author));
      passing(evidence).filter(name -> mayBeKin(name, author, under)).forEach(names::add);
      names.forEach(name -> walked.merge(name, seen.messages(), Tally::sum));
    }
  }

  private static Stream<DomainName> passing(Evidence evidence) {
    return Stream.concat(
            evidence.authResults().dkim().stream()
                .filter(s -> s.result().orElse(null) == DkimResult.PASS)
                .map(AuthResults.Dkim::domain),
            evidence.authResults().spf().stream()
                .filter(c -> c.result().orElse(null) == SpfResult.PASS)
                .map(AuthResults.Spf::domain))
        .flatMap(Optional::stream);
  }

  /** Whether a tree walk may come to one organization for both names. */
  private boolean mayBeKin(DomainName name, DomainName author, DomainName policyDomain) {
    return suffixes.sameOrganization(name, author)
        || suffixes.privateSectionDecides(name, author)
        || name.isAtOrBelow(policyDomain);
  }

  private void add(AuthResults.Dkim signature, boolean throughSes, Observation seen) {
    Optional<DomainName> signer = signature.domain().filter(this::isOurs);
    if (signer.isEmpty()) {
      return;
    }
    if (signature.selector().isEmpty()) {
      unnamedKeys += seen.messages();
      return;
    }
    keys.merge(
        new SeenKey(signer.get(), signature.selector().get()),
        new SeenSignature(
            signature.result().map(r -> fared(r, seen)).orElse(Fared.NONE), throughSes),
        SeenSignature::and);
  }

  private void add(AuthResults.Spf check, boolean throughSes, Observation seen) {
    if (check.domain().isEmpty() || check.scope().orElse(null) == AuthResults.Scope.HELO) {
      return;
    }
    DomainName name = check.domain().get();
    boolean passes = check.result().orElse(null) == SpfResult.PASS;
    if (passes) {
      SesNames.regionOfDefaultPath(name).ifPresent(regions::add);
    }
    if (isOurs(name)) {
      Fared fared = check.result().map(r -> fared(r, seen)).orElse(Fared.NONE);
      paths
          .computeIfAbsent(name, n -> new Path())
          .add(fared, passes && throughSes, seen.sourceIp());
    }
  }

  private boolean isOurs(DomainName name) {
    return suffixes.sameOrganization(name, domain);
  }

  private static boolean isOfSes(AuthResults.Dkim signature) {
    return signature.result().orElse(null) == DkimResult.PASS
        && signature.domain().filter(d -> d.equals(SesNames.SES)).isPresent();
  }

  private static Fared fared(DkimResult result, Observation seen) {
    return switch (result) {
      case PASS -> Fared.passed(seen.messages(), seen.day());
      case FAIL, PERMERROR -> Fared.failed(seen.messages(), seen.day());
      case NONE, POLICY, NEUTRAL, TEMPERROR -> Fared.NONE;
    };
  }

  private static Fared fared(SpfResult result, Observation seen) {
    return switch (result) {
      case PASS -> Fared.passed(seen.messages(), seen.day());
      case NONE, NEUTRAL, FAIL, SOFTFAIL, PERMERROR -> Fared.failed(seen.messages(), seen.day());
      case TEMPERROR, POLICY -> Fared.NONE;
    };
  }

  /**
   * What they come to.
   *
   * @param policy the policy that the newest report about the domain itself names
   */
  public SeenMail finish(Optional<PolicyPublished> policy) {
    SortedMap<DomainName, SeenPath> all = new TreeMap<>();
    paths.forEach((name, path) -> all.put(name, path.seen()));
    return new SeenMail(policy, newestDay, messages, keys, all, regions, walked, unnamedKeys);
  }

  private static final class Path {
    private final Map<SourceIp, Fared> sources = new TreeMap<>();
    private Fared fared = Fared.NONE;
    private boolean throughSes;

    void add(Fared more, boolean ses, Optional<SourceIp> source) {
      fared = fared.and(more);
      throughSes |= ses;
      source.ifPresent(ip -> sources.merge(ip, more, Fared::and));
    }

    SeenPath seen() {
      return new SeenPath(fared, throughSes, sources);
    }
  }
}
