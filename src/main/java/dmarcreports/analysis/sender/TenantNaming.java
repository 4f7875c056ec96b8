package dmarcreports.analysis.sender;

import dmarcreports.report.DomainName;
import java.util.Optional;

/**
 * How the names that a service shares among its customers tell whose mail it is. A name that passes
 * proves that the service let that customer use it, never who the customer is.
 */
public enum TenantNaming {
  /** They tell nothing: all customers share one name, or have numbers. */
  NONE,

  /**
   * The customer's chief domain with its dots written as dashes, then perhaps a date: {@code
   * example-com.20230601.gappssmtp.com}. Only the owner of that domain can have it.
   */
  DASHES,

  /**
   * A word of the customer's own choice, the label next to the shared name: {@code
   * contoso.onmicrosoft.com}. Whoever comes first has it, mostly the company's name without its
   * suffix; but the name may have been taken, or the company have another one than its domain. So
   * no word tells that the customer is somebody else, and one that is like a domain's name makes it
   * likely, not certain, that it is that domain's.
   */
  LABEL;

  private static final int MAX_LABEL = 63;

  /** Shorter words are like too many names. */
  private static final int MIN_ALIKE = 3;

  /** The customer's words in a name below the shared one; empty where there are none. */
  Optional<String> words(DomainName name, DomainName shared) {
    if (!name.isSubdomainOf(shared)) {
      return Optional.empty();
    }
    int length = name.text().length() - shared.text().length() - 1;
    String below = name.text().substring(0, length);
    return switch (this) {
      case NONE -> Optional.empty();
      case DASHES -> Optional.of(dashes(withoutDate(below))).filter(w -> !w.isEmpty());
      case LABEL -> Optional.of(last(withoutHybrid(below))).filter(w -> !w.isEmpty());
    };
  }

  /** Whether that customer may be that organization; true also where it cannot be told. */
  boolean mayBe(String words, DomainName organization) {
    return switch (this) {
      case NONE, LABEL -> true;
      case DASHES -> {
        String expected = dashes(organization.text());
        yield words.equals(expected)
            || words.endsWith("-" + expected)
            || expected.length() > MAX_LABEL;
      }
    };
  }

  /** Whether the customer's words are like the name of that organization. */
  boolean isLike(String words, DomainName organization) {
    return switch (this) {
      case NONE -> false;
      case DASHES -> mayBe(words, organization);
      case LABEL -> {
        String word = words.replace("-", "");
        String name = first(organization.text()).replace("-", "");
        yield Math.min(word.length(), name.length()) >= MIN_ALIKE
            && (word.startsWith(name) || name.startsWith(word));
      }
    };
  }

  private static String dashes(String name) {
    return name.replace('.', '-');
  }

  private static String withoutDate(String below) {
    String date = last(below);
    return date.chars().allMatch(c -> c >= '0' && c <= '9') ? before(below, date) : below;
  }

  /** Exchange servers of one's own hand over at {@code contoso.mail.onmicrosoft.com}. */
  private static String withoutHybrid(String below) {
    return below.endsWith(".mail") ? before(below, "mail") : below;
  }

  private static String before(String below, String label) {
    return below.length() == label.length()
        ? ""
        : below.substring(0, below.length() - label.length() - 1);
  }

  private static String last(String below) {
    return below.substring(below.lastIndexOf('.') + 1);
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
