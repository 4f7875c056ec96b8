package dmarcreports.report;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * A domain name in its one spelling: A-labels, lower case, no trailing dot.
 *
 * @param text the name, such as {@code bounce.example.com}; 1 to 253 characters
 */
public record DomainName(String text) implements Comparable<DomainName> {
  private static final int MAX_NAME = 253;

  /** No name is longer in U-labels than this; encoding takes time by the square of the length. */
  private static final int MAX_READ = 1024;

  private static final int MAX_LABEL = 63;

  /** Refuses what is not spelled as promised. */
  public DomainName {
    if (!isCanonical(text)) {
      throw new IllegalArgumentException("no domain name in its one spelling: " + text);
    }
  }

  /**
   * The domain that a text names, in whatever case, with or without a trailing dot, as U-labels or
   * A-labels; empty where it names none or several.
   */
  public static Optional<DomainName> parse(String text) {
    String name = text.strip();
    if (name.length() > MAX_READ) {
      return Optional.empty();
    }
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    name = name.toLowerCase(Locale.ROOT);
    if (!isAscii(name)) {
      try {
        name = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      } catch (IllegalArgumentException notADomain) {
        return Optional.empty();
      }
    }
    return isCanonical(name) ? Optional.of(new DomainName(name)) : Optional.empty();
  }

  /** Whether this name lies below the other one; not true of a name and itself. */
  public boolean isSubdomainOf(DomainName other) {
    return text.length() > other.text.length() + 1
        && text.endsWith(other.text)
        && text.charAt(text.length() - other.text.length() - 1) == '.';
  }

  /** Whether this name is the other one or lies below it. */
  public boolean isAtOrBelow(DomainName other) {
    return equals(other) || isSubdomainOf(other);
  }

  @Override
  public int compareTo(DomainName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCanonical(String name) {
    int length = name.length();
    if (length == 0 || length > MAX_NAME) {
      return false;
    }
    int labelStart = 0;
    boolean lastLabelNumeric = true;
    for (int i = 0; i <= length; i++) {
      char c = i == length ? '.' : name.charAt(i);
      if (c == '.') {
        int labelLength = i - labelStart;
        if (labelLength == 0 || labelLength > MAX_LABEL) {
          return false;
        }
        labelStart = i + 1;
        if (i < length) {
          lastLabelNumeric = true;
        }
      } else if (c >= 'a' && c <= 'z' || c == '_' || c == '-') {
        lastLabelNumeric = false;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !lastLabelNumeric;
  }
}
