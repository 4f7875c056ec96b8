package dmarcreports.analysis.sender;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfile.Kind;
import dmarcreports.analysis.sender.SenderProfile.Setup;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Services that only the owner knows: who sends for us is a service, whether or not the table has
 * it.
 */
public final class OwnServices {
  private OwnServices() {}

  /** The services with those that a label of a domain adds; the table's own come first. */
  static List<SenderProfile> and(List<SenderProfile> services, List<SenderLabel> labels) {
    Stream<SenderProfile> own =
        labels.stream()
            .filter(l -> l.ownership() == Ownership.OURS && !l.isOfAddresses())
            .filter(l -> services.stream().noneMatch(s -> s.isCalled(l.match().strip())))
            .flatMap(
                l ->
                    DomainName.parse(l.match())
                        .filter(d -> services.stream().noneMatch(s -> s.claims(d)))
                        .map(d -> service(services, l, d))
                        .stream());
    return Stream.concat(services.stream(), own).toList();
  }

  /**
   * Who sent, once the owner has said that the address is ours: an organization that proves itself
   * there and was unknown is a service of ours. What a list or forwarder passes on is not.
   */
  public static Sender sender(
      Sender sender, Facts facts, Optional<SenderLabel> label, List<SenderProfile> services) {
    boolean unknown = sender.service().isEmpty() && sender.stranger().isPresent();
    boolean passedOn = facts.forwarded() || sender.knownForwarder() || sender.listShape();
    boolean claimed = facts.spfCause().isOwn() || facts.dkimCause().isOwn();
    if (!unknown || passedOn || claimed || facts.verdict() == Verdict.PASS) {
      return sender;
    }
    return label
        .filter(l -> l.ownership() == Ownership.OURS)
        .map(l -> sender.as(service(services, l, sender.stranger().get())))
        .orElse(sender);
  }

  /** With the words of the table where the owner calls it what the table calls it. */
  private static SenderProfile service(
      List<SenderProfile> services, SenderLabel label, DomainName domain) {
    Optional<SenderProfile> named =
        services.stream()
            .filter(s -> s.isSender() && s.isCalled(label.name().strip()))
            .filter(s -> !s.equals(KnownSenders.AMAZON_SES))
            .findFirst();
    List<DomainName> domains = List.of(domain);
    return named
        .map(s -> s.at(domains))
        .orElseGet(
            () ->
                new SenderProfile(
                    label.name().isBlank() || KnownSenders.AMAZON_SES.isCalled(label.name().strip())
                        ? domain.text()
                        : label.name().strip(),
                    Kind.SENDER,
                    domains,
                    domains,
                    List.of(),
                    List.of(),
                    TenantNaming.NONE,
                    Reach.EXACT,
                    Reach.NEVER,
                    Setup.NONE,
                    Setup.NONE,
                    Optional.empty(),
                    true));
  }
}
