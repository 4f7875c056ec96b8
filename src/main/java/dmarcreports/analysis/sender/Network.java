package dmarcreports.analysis.sender;

import dmarcreports.report.SourceIp;
import java.util.Optional;

/**
 * Neighbouring addresses, written as a prefix ({@code 54.240.0.0/18}).
 *
 * @param bits how many leading bits are fixed
 */
public record Network(SourceIp base, int bits) {
  private static final int V4_PREFIX = 2 * Long.SIZE - Integer.SIZE;

  /** Refuses more bits than the address has. */
  public Network {
    if (bits < 0 || bits > base.bytes().length * Byte.SIZE) {
      throw new IllegalArgumentException("no such prefix length: " + base + "/" + bits);
    }
  }

  /** The network that a text names; an address is a network of one. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<SourceIp> base = SourceIp.parse(slash < 0 ? text : text.substring(0, slash));
    if (base.isEmpty()) {
      return Optional.empty();
    }
    int most = base.get().bytes().length * Byte.SIZE;
    if (slash < 0) {
      return Optional.of(new Network(base.get(), most));
    }
    String length = text.substring(slash + 1);
    if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > most) {
      return Optional.empty();
    }
    return Optional.of(new Network(base.get(), Integer.parseInt(length)));
  }

  /** Whether an address lies in it. */
  public boolean contains(SourceIp address) {
    if (base.isV4() != address.isV4()) {
      return false;
    }
    int fixed = base.isV4() ? V4_PREFIX + bits : bits;
    long high = fixed == 0 ? 0 : -1L << Math.max(0, Long.SIZE - fixed);
    long low = fixed <= Long.SIZE ? 0 : -1L << 2 * Long.SIZE - fixed;
    return ((base.high() ^ address.high()) & high) == 0
        && ((base.low() ^ address.low()) & low) == 0;
  }
}
