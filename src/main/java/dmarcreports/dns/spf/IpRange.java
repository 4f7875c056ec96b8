package dmarcreports.dns.spf;

import dmarcreports.report.SourceIp;

/**
 * The addresses that share their first bits with one (RFC 7208, 5.6).
 *
 * @param ip the one
 * @param prefix how many bits
 */
public record IpRange(SourceIp ip, int prefix) {
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;

  /** Refuses more bits than an address has. */
  public IpRange {
    if (prefix < 0 || prefix > (ip.isV4() ? V4_BITS : V6_BITS)) {
      throw new IllegalArgumentException("no address has these bits: " + ip + "/" + prefix);
    }
  }

  /** Whether an address is one of them. */
  public boolean contains(SourceIp other) {
    int bits = ip.isV4() ? V6_BITS - V4_BITS + prefix : prefix;
    return ip.isV4() == other.isV4()
        && same(ip.high(), other.high(), Math.min(bits, Long.SIZE))
        && same(ip.low(), other.low(), Math.max(bits - Long.SIZE, 0));
  }

  private static boolean same(long one, long other, int bits) {
    return bits == 0 || (one ^ other) >>> Long.SIZE - bits == 0;
  }

  @Override
  public String toString() {
    return ip + "/" + prefix;
  }
}
