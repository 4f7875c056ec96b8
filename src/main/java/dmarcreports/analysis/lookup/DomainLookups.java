package dmarcreports.analysis.lookup;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.change.DkimKey;
import dmarcreports.dns.Lookup;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
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
    List<DomainName> names = names(domain, seen, unasked);
    List<Finding> mailFrom = new ArrayList<>();
    for (DomainName name : names) {
      Optional<Finding> custom = MailFromFinding.of(name, seen, lookup);
      findings.add(SpfFinding.of(name, seen, custom.isPresent(), lookup));
      custom.ifPresent(mailFrom::add);
    }
    findings.addAll(mailFrom);
    findings.addAll(keys(domain, seen, unasked));
    ReportsFinding.of(domain, seen, actions, lookup, unasked).ifPresent(findings::add);
    return new CheckedDomain(domain, seen, findings);
  }

  /** The domain itself, and what SPF was checked for. */
  private static List<DomainName> names(DomainName domain, SeenMail seen, List<Remark> unasked) {
    SortedSet<DomainName> names = new TreeSet<>(most(seen.paths(), SeenPath::fared, MOST_PATHS));
    int more = seen.paths().size() - names.size();
    if (more > 0) {
      unasked.add(Remark.of(ReportsRemark.MORE_PATHS, more, MOST_PATHS));
    }
    names.remove(domain);
    List<DomainName> all = new ArrayList<>(List.of(domain));
    all.addAll(names);
    return all;
  }

  private List<Finding> keys(DomainName domain, SeenMail seen, List<Remark> unasked) {
    SortedSet<SeenKey> keys = new TreeSet<>(most(seen.keys(), SeenSignature::fared, MOST_KEYS));
    int more = seen.keys().size() - keys.size();
    if (more > 0) {
      unasked.add(Remark.of(ReportsRemark.MORE_KEYS, more, MOST_KEYS));
    }
    selectors.forEach(selector -> keys.add(new SeenKey(domain, selector)));
    List<Finding> findings = new ArrayList<>();
    for (SeenKey key : keys) {
      findings.add(DkimFinding.of(key, seen, tokens(key.domain(), keys), lookup));
    }
    return findings;
  }

  /** How many of a domain's selectors look like tokens of Easy DKIM. */
  private static long tokens(DomainName domain, Collection<SeenKey> keys) {
    return keys.stream()
        .filter(key -> key.domain().equals(domain))
        .filter(key -> DkimKey.parse(key.toString()).filter(DkimKey::isEasyDkim).isPresent())
        .count();
  }

  /** The names of most mail, no more than so many, in order. */
  private static <K extends Comparable<K>, V> List<K> most(
      SortedMap<K, V> all, Function<V, Fared> fared, int most) {
    Comparator<Map.Entry<K, V>> byUsage =
        Comparator.comparing(entry -> fared.apply(entry.getValue()), Fared.MOST);
    return all.entrySet().stream()
        .sorted(byUsage.thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
