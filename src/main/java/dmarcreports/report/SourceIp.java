package dmarcreports.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a connecting client, in its one spelling: dotted quad, or RFC 5952 for IPv6. An
 * IPv4-mapped IPv6 address is the IPv4 address.
 *
 * @param high the upper half of its 128 bits
 * @param low the lower half; an IPv4 address stands as {@code ::ffff:0:0/96} (RFC 4291, 2.5.5.2)
 */
public record SourceIp(long high, long low) implements Comparable<SourceIp> {
  private static final String V4 = "([0-9.]{7,15})";
  private static final String V6 = "([0-9A-Fa-f.]{0,4}:[0-9A-Fa-f:.]{1,44})(?:%[^\\[\\]()\\s]+)?";
  private static final String PORT = "(?::[0-9]{1,5})?";
  private static final Pattern WRAPPED =
      Pattern.compile(
          ("(?:" + V4 + PORT + "|" + V6 + "|\\[(?:" + V4 + "|" + V6 + ")\\]" + PORT + ")")
              + "(?:\\s+\\([^()]*\\))?");
  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;
  private static final int V6_GROUPS = 8;

  private static final long V4_PREFIX = 0xffffL;
  private static final long HASH_FACTOR = 0x9e3779b97f4a7c15L;

  /**
   * The address of that spelling.
   *
   * @param text dotted quad, or as RFC 5952 has it
   * @throws IllegalArgumentException for any other spelling
   */
  public SourceIp(String text) {
    this(bytesSpelled(text));
  }

  private SourceIp(byte[] bytes) {
    this(
        bytes.length == V4_BYTES ? 0 : number(bytes, 0, Long.BYTES),
        bytes.length == V4_BYTES
            ? V4_PREFIX << Integer.SIZE | number(bytes, 0, V4_BYTES)
            : number(bytes, Long.BYTES, V6_BYTES));
  }

  /**
   * The address that a text names; empty where it is no literal. Accepts what reporters wrap around
   * one: blanks, brackets, a port, a zone, a host name in parentheses. Never asks DNS.
   */
  public static Optional<SourceIp> parse(String text) {
    String stripped = text.strip();
    byte[] bytes = bytesOf(stripped);
    if (bytes != null) {
      return Optional.of(new SourceIp(bytes));
    }
    Matcher wrapped = WRAPPED.matcher(stripped);
    if (!wrapped.matches()) {
      return Optional.empty();
    }
    for (int i = 1; i <= wrapped.groupCount(); i++) {
      bytes = wrapped.group(i) == null ? bytes : bytesOf(wrapped.group(i));
    }
    return bytes == null ? Optional.empty() : Optional.of(new SourceIp(bytes));
  }

  /**
   * The address of 4 or 16 bytes in network order.
   *
   * @throws IllegalArgumentException for any other number of bytes
   */
  public static SourceIp of(byte[] bytes) {
    if (bytes.length != V4_BYTES && bytes.length != V6_BYTES) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
    }
    return new SourceIp(unmapped(bytes));
  }

  /** The one spelling, such as {@code 192.0.2.1} or {@code 2001:db8::1}. */
  public String text() {
    return format(bytes());
  }

  /** The 4 or 16 bytes of the address in network order. */
  public byte[] bytes() {
    return isV4()
        ? ByteBuffer.allocate(V4_BYTES).putInt((int) low).array()
        : ByteBuffer.allocate(V6_BYTES).putLong(high).putLong(low).array();
  }

  /** Whether it is an IPv4 address. */
  public boolean isV4() {
    return high == 0 && low >>> Integer.SIZE == V4_PREFIX;
  }

  /** The network that the address shares with its neighbours: its /24, or its /48 for IPv6. */
  public String network() {
    return isV4()
        ? new SourceIp(high, low & -1L << Byte.SIZE).text() + "/24"
        : new SourceIp(high & -1L << Short.SIZE, 0).text() + "/48";
  }

  /** Neighbours in a few networks, as many addresses are, differ in all bits of it. */
  @Override
  public int hashCode() {
    long mixed = (high * HASH_FACTOR ^ low) * HASH_FACTOR;
    return (int) (mixed >>> Integer.SIZE);
  }

  /** By family, IPv4 first, then by number. */
  @Override
  public int compareTo(SourceIp other) {
    if (isV4() != other.isV4()) {
      return isV4() ? -1 : 1;
    }
    return high == other.high
        ? Long.compareUnsigned(low, other.low)
        : Long.compareUnsigned(high, other.high);
  }

  @Override
  public String toString() {
    return text();
  }

  private static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << Byte.SIZE | bytes[i] & 0xff;
    }
    return number;
  }

  private static byte[] bytesSpelled(String text) {
    byte[] bytes = bytesOf(text);
    if (bytes == null || !format(bytes).equals(text)) {
      throw new IllegalArgumentException("no address in its one spelling: " + text);
    }
    return bytes;
  }

  private static byte @Nullable [] bytesOf(String literal) {
    byte[] bytes = literal.indexOf(':') < 0 ? v4(literal) : v6(literal);
    return bytes == null ? null : unmapped(bytes);
  }

  private static byte @Nullable [] v4(String literal) {
    byte[] bytes = new byte[V4_BYTES];
    int at = 0;
    int number = -1;
    for (int i = 0; i <= literal.length(); i++) {
      char c = i == literal.length() ? '.' : literal.charAt(i);
      if (c == '.') {
        if (number < 0 || at == V4_BYTES) {
          return null;
        }
        bytes[at++] = (byte) number;
        number = -1;
      } else if (c < '0' || c > '9' || number == 0) {
        return null;
      } else {
        number = (number < 0 ? 0 : number * 10) + c - '0';
        if (number > 255) {
          return null;
        }
      }
    }
    return at == V4_BYTES ? bytes : null;
  }

  private static byte @Nullable [] v6(String literal) {
    int gap = literal.indexOf("::");
    if (gap < 0) {
      byte[] all = groups(literal);
      return all != null && all.length == V6_BYTES ? all : null;
    }
    if (literal.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    byte[] head = groups(literal.substring(0, gap));
    byte[] tail = groups(literal.substring(gap + 2));
    if (head == null
        || tail == null
        || literal.lastIndexOf('.', gap) >= 0
        || head.length + tail.length >= V6_BYTES) {
      return null;
    }
    byte[] bytes = Arrays.copyOf(head, V6_BYTES);
    System.arraycopy(tail, 0, bytes, V6_BYTES - tail.length, tail.length);
    return bytes;
  }

  private static byte @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] groups = text.split(":", -1);
    if (groups.length > V6_GROUPS) {
      return null;
    }
    byte[] bytes = new byte[V6_BYTES + V4_BYTES];
    int at = 0;
    for (int i = 0; i < groups.length; i++) {
      String group = groups[i];
      if (group.indexOf('.') >= 0 && i == groups.length - 1) {
        byte[] v4 = v4(group);
        if (v4 == null) {
          return null;
        }
        System.arraycopy(v4, 0, bytes, at, V4_BYTES);
        at += V4_BYTES;
      } else {
        if (group.isEmpty() || group.length() > 4) {
          return null;
        }
        int number = 0;
        for (int c = 0; c < group.length(); c++) {
          char hex = group.charAt(c);
          int digit = hex < 0x80 ? Character.digit(hex, 16) : -1;
          if (digit < 0) {
            return null;
          }
          number = number << 4 | digit;
        }
        bytes[at++] = (byte) (number >> 8);
        bytes[at++] = (byte) number;
      }
    }
    return at > V6_BYTES ? null : Arrays.copyOf(bytes, at);
  }

  private static byte[] unmapped(byte[] bytes) {
    if (bytes.length != V6_BYTES || bytes[10] != -1 || bytes[11] != -1) {
      return bytes;
    }
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return bytes;
      }
    }
    return Arrays.copyOfRange(bytes, 12, V6_BYTES);
  }

  private static String format(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    if (bytes.length == V4_BYTES) {
      for (byte b : bytes) {
        text.append(text.length() == 0 ? "" : ".").append(b & 0xff);
      }
      return text.toString();
    }
    int[] groups = new int[V6_GROUPS];
    int gapStart = -1;
    int gapLength = 1;
    int run = 0;
    for (int i = 0; i < V6_GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
      run = groups[i] == 0 ? run + 1 : 0;
      if (run > gapLength) {
        gapLength = run;
        gapStart = i - run + 1;
      }
    }
    for (int i = 0; i < V6_GROUPS; i++) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength - 1;
      } else {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
