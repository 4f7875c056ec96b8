package dmarcreports.dns;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.Optional;

/**
 * A name that DNS can be asked for; wider than a {@link DomainName}, for a label holds any bytes
 * (RFC 2181, 11), as the names do that an SPF macro makes of a sender. Never the root.
 *
 * @param text in its one spelling: as in a master file (RFC 1035, 5.1), lower case, without the
 *     trailing dot; a byte that cannot be printed as {@code \DDD}
 */
public record DnsName(String text) implements Comparable<DnsName> {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;
  private static final int MAX_BYTE = 0xff;
  private static final int DIGITS = 3;
  private static final String SPECIAL = "\"$().;@\\";

  /** Refuses what is not spelled as promised. */
  public DnsName {
    if (text.isEmpty() || !spell(text, true).equals(text)) {
      throw new IllegalArgumentException("no name in its one spelling: " + text);
    }
  }

  /** The name that a text names as a master file does; empty where it names none, or the root. */
  public static Optional<DnsName> parse(String text) {
    return named(spell(text, true));
  }

  /**
   * The name whose labels are these bytes, dots between them; empty where DNS can have no such name
   * or it is the root.
   *
   * @param bytes each a char of ISO 8859-1; nothing is escaped
   */
  public static Optional<DnsName> ofBytes(String bytes) {
    return named(spell(bytes, false));
  }

  /** A domain name as DNS is asked for it. */
  public static DnsName of(DomainName name) {
    return new DnsName(name.text());
  }

  /** Where the name of an address lies (RFC 1035, 3.5; RFC 3596, 2.5). */
  public static DnsName reverse(SourceIp ip) {
    StringBuilder name = new StringBuilder();
    byte[] bytes = ip.bytes();
    for (int i = bytes.length - 1; i >= 0; i--) {
      int b = bytes[i] & MAX_BYTE;
      if (ip.isV4()) {
        name.append(b).append('.');
      } else {
        name.append(Integer.toHexString(b & 0xf)).append('.');
        name.append(Integer.toHexString(b >> 4)).append('.');
      }
    }
    return new DnsName(name.append(ip.isV4() ? "in-addr.arpa" : "ip6.arpa").toString());
  }

  /** The name with these labels before it; empty where it would be too long. */
  public Optional<DnsName> below(String labels) {
    return parse(labels + "." + text);
  }

  @Override
  public int compareTo(DnsName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static Optional<DnsName> named(String spelled) {
    return spelled.isEmpty() ? Optional.empty() : Optional.of(new DnsName(spelled));
  }

  /** In the one spelling; empty where it is no name. */
  private static String spell(String text, boolean escaped) {
    StringBuilder name = new StringBuilder();
    int length = 0;
    int label = 0;
    for (int i = 0; i < text.length(); i++) {
      int b = text.charAt(i);
      if (b == '.') {
        if (label == 0) {
          return "";
        }
        label = 0;
        length++;
        name.append('.');
        continue;
      }
      if (escaped && b == '\\') {
        boolean number = i + 1 < text.length() && isDigit(text.charAt(i + 1));
        b = number ? number(text, i + 1) : i + 1 < text.length() ? text.charAt(i + 1) : -1;
        i += number ? DIGITS : 1;
      }
      length++;
      if (b < 0 || b > MAX_BYTE || ++label > MAX_LABEL || length > MAX_NAME) {
        return "";
      }
      append(name, b);
    }
    if (label == 0 && length > 0) {
      name.setLength(name.length() - 1); // the trailing dot
    }
    return name.toString();
  }

  private static void append(StringBuilder name, int b) {
    if (b <= ' ' || b > '~') {
      name.append('\\').append((char) ('0' + b / 100));
      name.append((char) ('0' + b / 10 % 10)).append((char) ('0' + b % 10));
    } else if (b >= 'A' && b <= 'Z') {
      name.append((char) (b - 'A' + 'a'));
    } else {
      name.append(SPECIAL.indexOf(b) < 0 ? "" : "\\").append((char) b);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number of three digits; -1 where they are none. */
  private static int number(String text, int from) {
    if (from + DIGITS > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + DIGITS; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
