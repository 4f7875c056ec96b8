package dmarcreports.analysis.sender;

import java.util.List;
import java.util.stream.Stream;

/** The services that come with the program, in order of precedence: those of senders.txt. */
public final class KnownSenders {
  public static final List<SenderProfile> ALL =
      SenderTable.standard().stream().map(SenderTable.Row::profile).toList();

  /** It stands first in the table. */
  public static final SenderProfile AMAZON_SES = ALL.get(0);

  /**
   * What the SPF record of amazonses.com held, as far as notes of 2025 and 2026 quote it. It
   * changes; that it is complete is not verified.
   */
  static final List<Network> AMAZON_SES_NETWORKS =
      Stream.of(
              "199.255.192.0/22",
              "199.127.232.0/22",
              "54.240.0.0/18",
              "69.169.224.0/20",
              "23.249.208.0/20",
              "23.251.224.0/19",
              "76.223.176.0/20",
              "54.240.64.0/18",
              "76.223.128.0/19",
              "216.221.160.0/19",
              "206.55.144.0/20",
              "24.110.64.0/18",
              "98.77.0.0/16")
          .map(n -> Network.parse(n).orElseThrow())
          .toList();

  private KnownSenders() {}
}
