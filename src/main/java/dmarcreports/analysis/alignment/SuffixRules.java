package dmarcreports.analysis.alignment;

import dmarcreports.report.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of a public suffix list in its standard format (publicsuffix.org/list). */
final class SuffixRules {
  private static final String PRIVATE_SECTION = "===BEGIN PRIVATE DOMAINS===";

  /** Whether a rule is of the private section, by its text without mark. */
  private final Map<String, Boolean> plain = new HashMap<>();

  private final Map<String, Boolean> wildcards = new HashMap<>();
  private final Map<String, Boolean> exceptions = new HashMap<>();

  /** The rules; empty where the lines hold none, or something that is no rule. */
  static Optional<SuffixRules> parse(List<String> lines) {
    SuffixRules rules = new SuffixRules();
    boolean inPrivate = false;
    for (String line : lines) {
      inPrivate |= line.contains(PRIVATE_SECTION);
      String rule = line.strip().split("\\s", 2)[0];
      if (!rule.isEmpty() && !rule.startsWith("//") && !rules.add(rule, inPrivate)) {
        return Optional.empty();
      }
    }
    return rules.plain.isEmpty() ? Optional.empty() : Optional.of(rules);
  }

  private boolean add(String rule, boolean inPrivate) {
    if (rule.equals("*")) {
      return true;
    }
    boolean wildcard = rule.startsWith("*.");
    boolean exception = rule.startsWith("!");
    Optional<DomainName> name =
        DomainName.parse(wildcard ? rule.substring(2) : exception ? rule.substring(1) : rule);
    Map<String, Boolean> kind = wildcard ? wildcards : exception ? exceptions : plain;
    name.ifPresent(n -> kind.merge(n.text(), inPrivate, Boolean::logicalAnd));
    return name.isPresent();
  }

  /**
   * The public suffix and one label more: the rule with most labels prevails, an exception over
   * all, and without any the last label is the suffix. A suffix is its own.
   */
  DomainName registrableDomain(DomainName name, boolean ignorePrivate) {
    String shorter = "";
    for (String candidate = name.text(); !candidate.isEmpty(); candidate = parent(candidate)) {
      if (has(exceptions, candidate, ignorePrivate)) {
        return new DomainName(candidate);
      }
      boolean suffix =
          has(plain, candidate, ignorePrivate)
              || has(wildcards, parent(candidate), ignorePrivate)
              || parent(candidate).isEmpty();
      if (suffix) {
        return shorter.isEmpty() ? name : new DomainName(shorter);
      }
      shorter = candidate;
    }
    return name;
  }

  private static boolean has(Map<String, Boolean> rules, String text, boolean ignorePrivate) {
    Boolean ofPrivateSection = rules.get(text);
    return ofPrivateSection != null && !(ignorePrivate && ofPrivateSection);
  }

  private static String parent(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
