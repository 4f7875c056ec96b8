package dmarcreports.analysis.sender;

/**
 * What the owner of the domains knows about a sender.
 *
 * @param match a network ({@code 192.0.2.0/24}), an address, a domain of others that passes, or the
 *     name of a service
 * @param name what to call it; may be empty
 */
public record SenderLabel(String match, String name, Ownership ownership) {
  /** Whose it is. */
  public enum Ownership {
    OURS,
    THEIRS,
    FORWARDER
  }

  /** Whether it is about addresses and not about whoever uses them. */
  public boolean isOfAddresses() {
    return Network.parse(match.strip()).isPresent();
  }
}
