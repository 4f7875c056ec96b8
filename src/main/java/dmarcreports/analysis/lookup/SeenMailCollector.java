package dmarcreports.analysis.lookup;

import dmarcreports.analysis.alignment.PublicSuffixList;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sums what the stored messages show of one domain, whatever their number. */
public final class SeenMailCollector {
  private final DomainName domain;
  private final PublicSuffixList suffixes;
  private final SortedMap<SeenKey, Usage> keys = new TreeMap<>();
  private final Map<DomainName, Path> paths = new HashMap<>();
  private final SortedSet<String> regions = new TreeSet<>();
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
    evidence.authResults().dkim().forEach(signature -> add(signature, seen));
    boolean ses = evidence.authResults().dkim().stream().anyMatch(SeenMailCollector::isOfSes);
    evidence.authResults().spf().forEach(check -> add(check, ses, seen));
  }

  private void add(AuthResults.Dkim signature, Observation seen) {
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
        signature.result().map(r -> usage(r, seen)).orElse(Usage.NONE),
        Usage::and);
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
      Usage usage = check.result().map(r -> usage(r, seen)).orElse(Usage.NONE);
      paths
          .computeIfAbsent(name, n -> new Path())
          .add(usage, passes && throughSes, seen.sourceIp());
    }
  }

  private boolean isOurs(DomainName name) {
    return suffixes.sameOrganization(name, domain);
  }

  private static boolean isOfSes(AuthResults.Dkim signature) {
    return signature.result().orElse(null) == DkimResult.PASS
        && signature.domain().filter(d -> d.equals(SesNames.SES)).isPresent();
  }

  private static Usage usage(DkimResult result, Observation seen) {
    return switch (result) {
      case PASS -> Usage.passed(seen.messages(), seen.day());
      case FAIL, PERMERROR -> Usage.failed(seen.messages(), seen.day());
      case NONE, POLICY, NEUTRAL, TEMPERROR -> Usage.NONE;
    };
  }

  private static Usage usage(SpfResult result, Observation seen) {
    return switch (result) {
      case PASS -> Usage.passed(seen.messages(), seen.day());
      case NONE, NEUTRAL, FAIL, SOFTFAIL, PERMERROR -> Usage.failed(seen.messages(), seen.day());
      case TEMPERROR, POLICY -> Usage.NONE;
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
    return new SeenMail(policy, newestDay, messages, keys, all, regions, unnamedKeys);
  }

  private static final class Path {
    private final Map<SourceIp, Usage> sources = new TreeMap<>();
    private Usage usage = Usage.NONE;
    private boolean throughSes;

    void add(Usage more, boolean ses, Optional<SourceIp> source) {
      usage = usage.and(more);
      throughSes |= ses;
      source.ifPresent(ip -> sources.merge(ip, more, Usage::and));
    }

    SeenPath seen() {
      return new SeenPath(usage, throughSes, sources);
    }
  }
}
