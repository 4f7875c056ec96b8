package dmarcreports.analysis.sender;

import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * Who sent, by identities that passed; claims prove nothing.
 *
 * @param service the service that sends for its customers
 * @param stranger the foreign organization that passed and that we do not know as such a service
 * @param throughSes Amazon SES carried it for somebody else
 * @param knownForwarder a return path or signature of somebody who passes mail on
 * @param elsewhere a signature of the service stands, and the mail came another way
 * @param masked services whose signature stands beside another organization's: the mail may have
 *     come from them, and that one only have passed it on
 * @param signedByOthers whether an organization signed that is no service
 * @param oneHand whether it was just one other organization, which proves its return path as well,
 *     from an address that is not the service's
 * @param listShape our signature is broken here and passes elsewhere, and another organization
 *     proves itself twice
 * @param host whose host it came from by its confirmed name, as far as nothing speaks against it
 */
public record Sender(
    Optional<SenderProfile> service,
    Optional<DomainName> stranger,
    boolean throughSes,
    boolean knownForwarder,
    boolean elsewhere,
    List<SenderProfile> masked,
    boolean signedByOthers,
    boolean oneHand,
    boolean listShape,
    Host host) {

  /** Keeps its own copy of the list. */
  public Sender {
    masked = List.copyOf(masked);
  }

  /** The same, sent by that service. */
  Sender as(SenderProfile known) {
    return new Sender(
        Optional.of(known),
        stranger,
        throughSes,
        knownForwarder,
        elsewhere,
        masked,
        signedByOthers,
        oneHand,
        listShape,
        host);
  }

  /** The same, where nothing shows that our signature was whole before a list broke it. */
  public Sender withoutListShape() {
    return new Sender(
        service,
        stranger,
        throughSes,
        knownForwarder,
        elsewhere,
        masked,
        signedByOthers,
        oneHand,
        false,
        host);
  }

  public boolean isSes() {
    return service.isPresent() && isSes(service.get());
  }

  /** Whether Amazon SES signed it, and somebody else as well. */
  public boolean masksSes() {
    return masked.contains(KnownSenders.AMAZON_SES);
  }

  /** Whether that service signed it, and somebody else as well. */
  public boolean masks(String name) {
    return masked.stream().anyMatch(p -> p.name().equals(name));
  }

  /** The name to show: the service, else the organization, else nothing. */
  public String name() {
    if (service.isPresent()) {
      return service.get().name();
    }
    return stranger.isPresent() ? stranger.get().text() : "";
  }

  static boolean isSes(SenderProfile profile) {
    return profile.equals(KnownSenders.AMAZON_SES);
  }
}
