package dmarcreports.analysis.sender;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The labels that the owner gave, the first that matches first. */
public final class Labels {
  private final List<Matcher> matchers = new ArrayList<>();

  Labels(List<SenderLabel> labels, List<SenderProfile> services) {
    for (SenderLabel label : labels) {
      String match = label.match().strip();
      Optional<SenderProfile> service =
          services.stream().filter(s -> s.isCalled(match)).findFirst();
      Optional<Network> network = Network.parse(match);
      boolean domain = service.isEmpty() && network.isEmpty();
      matchers.add(
          new Matcher(
              label, service, network, domain ? DomainName.parse(match) : Optional.empty()));
    }
  }

  /**
   * The label of mail from that address.
   *
   * @param foreign the domains of others that pass
   * @param service the service that sends it, where one is proven
   */
  public Optional<SenderLabel> find(
      Optional<SourceIp> source, Set<DomainName> foreign, Optional<SenderProfile> service) {
    if (matchers.isEmpty()) {
      return Optional.empty();
    }
    return matchers.stream()
        .filter(m -> m.matches(source, foreign, service))
        .map(Matcher::label)
        .findFirst();
  }

  private record Matcher(
      SenderLabel label,
      Optional<SenderProfile> named,
      Optional<Network> network,
      Optional<DomainName> domain) {

    boolean matches(
        Optional<SourceIp> source, Set<DomainName> foreign, Optional<SenderProfile> service) {
      if (named.isPresent() && named.get().isSender()) {
        return service.filter(s -> s.slug().equals(named.get().slug())).isPresent();
      }
      return network.filter(n -> source.filter(n::contains).isPresent()).isPresent()
          || foreign.stream()
              .anyMatch(
                  f ->
                      domain.filter(f::isAtOrBelow).isPresent()
                          || named.filter(n -> n.claims(f)).isPresent());
    }
  }
}
