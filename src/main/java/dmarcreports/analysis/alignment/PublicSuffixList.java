package dmarcreports.analysis.alignment;

import crawlercommons.domains.EffectiveTldFinder;
import dmarcreports.report.DomainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Public Suffix List, whole: the ICANN and the private section. Where a suffix is unknown, its
 * last label is the suffix, as the list's own algorithm says. Not for several threads.
 */
public final class PublicSuffixList {
  private static final int MAX_REMEMBERED = 10_000;

  private final Map<DomainName, DomainName> whole = bounded();
  private final Map<DomainName, DomainName> withoutPrivate = bounded();

  private final Optional<SuffixRules> rules;

  /** The list that comes with the program. */
  public PublicSuffixList() {
    this(Optional.empty());
  }

  private PublicSuffixList(Optional<SuffixRules> rules) {
    this.rules = rules;
  }

  /** Another list, from the lines of its file; empty where they are none. */
  public static Optional<PublicSuffixList> parse(List<String> lines) {
    return SuffixRules.parse(lines).map(r -> new PublicSuffixList(Optional.of(r)));
  }

  /**
   * The Organizational Domain: the public suffix and one label more (RFC 7489, 3.2). A name that is
   * itself a public suffix is its own.
   */
  public DomainName organizationalDomain(DomainName name) {
    return whole.computeIfAbsent(name, n -> find(n, false));
  }

  /** Whether two names belong to one organization. */
  public boolean sameOrganization(DomainName one, DomainName other) {
    return organizationalDomain(one).equals(organizationalDomain(other));
  }

  /** Whether the answer would be another one for somebody who ignores the private section. */
  public boolean privateSectionDecides(DomainName one, DomainName other) {
    return sameOrganization(one, other)
        != withoutPrivate
            .computeIfAbsent(one, n -> find(n, true))
            .equals(withoutPrivate.computeIfAbsent(other, n -> find(n, true)));
  }

  private DomainName find(DomainName name, boolean excludePrivate) {
    return rules
        .map(r -> r.registrableDomain(name, excludePrivate))
        .orElseGet(() -> findInProgram(name, excludePrivate));
  }

  private static DomainName findInProgram(DomainName name, boolean excludePrivate) {
    String found = EffectiveTldFinder.getAssignedDomain(name.text(), true, excludePrivate);
    if (found != null) {
      return DomainName.parse(found).orElse(name);
    }
    boolean isSuffix = EffectiveTldFinder.getEffectiveTLD(name.text(), excludePrivate) != null;
    return isSuffix ? name : lastTwoLabels(name);
  }

  private static DomainName lastTwoLabels(DomainName name) {
    int last = name.text().lastIndexOf('.');
    int beforeLast = name.text().lastIndexOf('.', last - 1);
    return beforeLast < 0 ? name : new DomainName(name.text().substring(beforeLast + 1));
  }

  private static Map<DomainName, DomainName> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<DomainName, DomainName> eldest) {
        return size() > MAX_REMEMBERED;
      }
    };
  }
}
