package dmarcreports.output.export;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.Host;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.ConfirmedName;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.Optional;

/**
 * What is known of the hosts behind addresses, from what was looked up before.
 *
 * @param names what addresses are called
 */
public record SourceHosts(PublicSuffixList suffixes, SenderProfiles senders, Snapshot names) {
  /**
   * What is known of one.
   *
   * @param name a name that leads back to the address
   * @param base the Organizational Domain of it
   * @param service whose host that is
   */
  record Known(DomainName name, DomainName base, Optional<String> service) {}

  Optional<Known> of(Optional<SourceIp> address) {
    return names.isEmpty()
        ? Optional.empty()
        : address.flatMap(ip -> ConfirmedName.of(ip, names)).map(this::known);
  }

  private Known known(DomainName name) {
    Host host = senders.host(name);
    return new Known(
        name,
        suffixes.organizationalDomain(name),
        host.service().or(host::forwarder).map(SenderProfile::name));
  }

  /** The name of an organization; where it is a host or domain, the Organizational Domain of it. */
  String organization(String name) {
    return name.indexOf(' ') >= 0 || name.indexOf('.') < 0
        ? name
        : DomainName.parse(name)
            .map(domain -> suffixes.organizationalDomain(domain).text())
            .orElse(name);
  }
}
