package dmarcreports.analysis.lookup;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.dns.Lookup;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** Looks up all that mail authentication needs of a domain, in a fixed order. */
public final class DomainLookups {
  /** So many selectors of one domain are looked up, those of most mail. */
  static final int MOST_KEYS = 100;

  /** So many names that SPF was checked for, those of most mail. */
  static final int MOST_PATHS = 30;

  private final Lookup lookup;
  private final PublicSuffixList suffixes;
  private final List<String> selectors;

  /**
   * @param selectors of keys that are looked up whatever the reports name
   */
  public DomainLookups(Lookup lookup, PublicSuffixList suffixes, List<String> selectors) {
    this.lookup = lookup;
    this.suffixes = suffixes;
    this.selectors = selectors.stream().sorted().distinct().toList();
  }

  /**
   * What DNS shows of a domain, beside what the stored reports show of it.
   *
   * @param actions what the findings advise for it
   */
  public CheckedDomain of(DomainName domain, SeenMail seen, List<Action> actions) {
    List<Finding> findings = new ArrayList<>();
    List<Remark> unasked = new ArrayList<>();
    findings.add(DmarcFinding.of(domain, suffixes, lookup));
    ReportsFinding.of(domain, seen, actions, lookup, unasked).ifPresent(findings::add);
    return new CheckedDomain(domain, seen, findings);
  }

  /** The names of most mail, no more than so many, in order. */
  private static <K extends Comparable<K>, V> List<K> most(
      SortedMap<K, V> all, Function<V, Usage> usage, int most) {
    Comparator<Map.Entry<K, V>> byUsage =
        Comparator.comparing(entry -> usage.apply(entry.getValue()), Usage.MOST);
    return all.entrySet().stream()
        .sorted(byUsage.thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
