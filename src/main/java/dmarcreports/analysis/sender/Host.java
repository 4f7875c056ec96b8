package dmarcreports.analysis.sender;

import java.util.Optional;

/**
 * Whose host an address is by its confirmed name: testimony of where mail came from, which never
 * counts against what passes.
 *
 * @param service that sends for its customers
 * @param forwarder that passes mail on
 */
public record Host(Optional<SenderProfile> service, Optional<SenderProfile> forwarder) {
  /** Nobody's that is known. */
  public static final Host UNKNOWN = new Host(Optional.empty(), Optional.empty());

  /**
   * What it adds to what is proven.
   *
   * @param proven the service that sent
   * @param strangers whether somebody else proves that they did
   * @param straight whether the mail came from where SPF expects it
   */
  Host beside(Optional<SenderProfile> proven, boolean strangers, boolean straight) {
    boolean own = proven.isPresent() && proven.equals(service);
    boolean named = proven.isEmpty() && !strangers && forwarder.isEmpty();
    return new Host(
        named ? service : Optional.empty(), own || straight ? Optional.empty() : forwarder);
  }
}
