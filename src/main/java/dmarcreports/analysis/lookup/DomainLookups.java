package dmarcreports.analysis.lookup;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.change.DkimKey;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.dkim.DkimKeyLookup;
import dmarcreports.dns.dmarc.TreeWalk;
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

  /** So many names that receivers climbed the tree from, those of most mail. */
  static final int MOST_WALKS = 50;

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
    List<DomainName> names = names(domain, seen, unasked);
    SortedSet<SeenKey> keys = keys(domain, seen, unasked);
    lookup.expect(certain(domain, names, keys));
    findings.add(DmarcFinding.of(domain, suffixes, lookup));
    walk(seen, unasked);
    List<Finding> mailFrom = new ArrayList<>();
    for (DomainName name : names) {
      Optional<Finding> custom = MailFromFinding.of(name, seen, lookup);
      findings.add(SpfFinding.of(name, seen, custom.isPresent(), lookup));
      custom.ifPresent(mailFrom::add);
    }
    findings.addAll(mailFrom);
    for (SeenKey key : keys) {
      findings.add(DkimFinding.of(key, seen, tokens(key.domain(), keys), lookup));
    }
    ReportsFinding.of(domain, seen, actions, lookup, unasked).ifPresent(findings::add);
    return new CheckedDomain(domain, seen, findings);
  }

  /** Climbs as receivers did, so that what they met is known when their reports are read. */
  private void walk(SeenMail seen, List<Remark> unasked) {
    List<DomainName> names = most(seen.walked(), Comparator.reverseOrder(), MOST_WALKS);
    names.forEach(name -> TreeWalk.of(name, lookup));
    int more = seen.walked().size() - names.size();
    if (more > 0) {
      unasked.add(Remark.of(ReportsRemark.MORE_WALKS, more, MOST_WALKS));
    }
  }

  /** The domain itself, and what SPF was checked for. */
  private static List<DomainName> names(DomainName domain, SeenMail seen, List<Remark> unasked) {
    SortedSet<DomainName> names =
        new TreeSet<>(most(seen.paths(), by(SeenPath::fared), MOST_PATHS));
    int more = seen.paths().size() - names.size();
    if (more > 0) {
      unasked.add(Remark.of(ReportsRemark.MORE_PATHS, more, MOST_PATHS));
    }
    names.remove(domain);
    List<DomainName> all = new ArrayList<>(List.of(domain));
    all.addAll(names);
    return all;
  }

  /** What is asked whatever comes of it. */
  private static List<Question> certain(
      DomainName domain, List<DomainName> names, Collection<SeenKey> keys) {
    List<Question> certain = new ArrayList<>();
    DnsName.of(domain)
        .below("_dmarc")
        .map(name -> new Question(name, RecordType.TXT))
        .ifPresent(certain::add);
    for (DomainName name : names) {
      certain.add(Question.of(name, RecordType.MX));
      certain.add(Question.txt(name));
    }
    for (SeenKey key : keys) {
      DkimKeyLookup.question(key.selector(), key.domain()).ifPresent(certain::add);
    }
    return certain;
  }

  private SortedSet<SeenKey> keys(DomainName domain, SeenMail seen, List<Remark> unasked) {
    SortedSet<SeenKey> keys = new TreeSet<>(most(seen.keys(), by(SeenSignature::fared), MOST_KEYS));
    int more = seen.keys().size() - keys.size();
    if (more > 0) {
      unasked.add(Remark.of(ReportsRemark.MORE_KEYS, more, MOST_KEYS));
    }
    selectors.forEach(selector -> keys.add(new SeenKey(domain, selector)));
    return keys;
  }

  /** Those of a domain's selectors that look like tokens of Easy DKIM. */
  static List<String> tokens(DomainName domain, Collection<SeenKey> keys) {
    return keys.stream()
        .filter(key -> key.domain().equals(domain))
        .filter(key -> DkimKey.parse(key.toString()).filter(DkimKey::isEasyDkim).isPresent())
        .map(SeenKey::selector)
        .sorted()
        .toList();
  }

  private static <V> Comparator<V> by(Function<V, Fared> fared) {
    return Comparator.comparing(fared, Fared.MOST);
  }

  /** The names of most mail, no more than so many, in order. */
  private static <K extends Comparable<K>, V> List<K> most(
      SortedMap<K, V> all, Comparator<V> mostFirst, int most) {
    Comparator<Map.Entry<K, V>> byUsage = Map.Entry.comparingByValue(mostFirst);
    return all.entrySet().stream()
        .sorted(byUsage.thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
