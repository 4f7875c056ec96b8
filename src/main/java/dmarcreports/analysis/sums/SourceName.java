package dmarcreports.analysis.sums;

import dmarcreports.analysis.sender.Network;
import dmarcreports.report.DomainName;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A source as somebody names it: an address, a network, or a domain that authenticated. */
public final class SourceName {
  private final String text;
  private final Predicate<Cell> named;

  private SourceName(String text, Predicate<Cell> named) {
    this.text = text;
    this.named = named;
  }

  /**
   * The source that a text names: {@code 192.0.2.1}, {@code 2001:db8::/32}, {@code amazonses.com};
   * empty where it names none.
   */
  public static Optional<SourceName> parse(String text) {
    Optional<Network> network = Network.parse(text.strip());
    return network.isPresent()
        ? network.map(SourceName::of)
        : DomainName.parse(text).map(SourceName::of);
  }

  /** The name in its one spelling. */
  public String text() {
    return text;
  }

  /** Whether that source sent those messages. */
  public boolean names(Cell cell) {
    return named.test(cell);
  }

  private static SourceName of(Network network) {
    boolean single = network.bits() == network.base().bytes().length * Byte.SIZE;
    return new SourceName(
        network.base().text() + (single ? "" : "/" + network.bits()),
        cell -> cell.source().filter(network::contains).isPresent());
  }

  /** SPF or DKIM passed for that name or for one below it; a mere claim does not count. */
  private static SourceName of(DomainName domain) {
    return new SourceName(
        domain.text(),
        cell ->
            Stream.concat(
                    cell.facts().spf().passing().stream(), cell.facts().dkim().passing().stream())
                .anyMatch(d -> d.isAtOrBelow(domain)));
  }
}
