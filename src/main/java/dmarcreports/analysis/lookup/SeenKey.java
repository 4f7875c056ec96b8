package dmarcreports.analysis.lookup;

import dmarcreports.report.DomainName;
import java.util.Comparator;

/**
 * A selector of one of our signatures, as reports name it: a word of whoever signed, or of a
 * forger.
 */
public record SeenKey(DomainName domain, String selector) implements Comparable<SeenKey> {
  private static final Comparator<SeenKey> ORDER =
      Comparator.comparing(SeenKey::domain).thenComparing(SeenKey::selector);

  @Override
  public int compareTo(SeenKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return selector + "._domainkey." + domain;
  }
}
