package dmarcreports.analysis.sums;

import dmarcreports.analysis.sender.Host;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where messages came from: one object for one address, with what is known of it alone. */
public final class Source {
  private final @Nullable SourceIp address;
  private final String network;
  private final Optional<DomainName> name;
  private final Host host;
  private boolean ses;

  /**
   * @param network the one object for its text
   * @param name what it is called, where DNS confirms that
   * @param host whose host that is
   * @param ses whether it may be an address of Amazon SES
   */
  public Source(
      Optional<SourceIp> address,
      String network,
      Optional<DomainName> name,
      Host host,
      boolean ses) {
    this.address = address.orElse(null);
    this.network = network;
    this.name = name;
    this.host = host;
    this.ses = ses;
  }

  /** Mail from there proves that it is an address of Amazon SES. */
  public void provesSes() {
    ses = true;
  }

  boolean isSes() {
    return ses && address != null;
  }

  /** Empty where the reporters named no address. */
  Optional<SourceIp> address() {
    return Optional.ofNullable(address);
  }

  /** What the address is called, where DNS confirms that. */
  public Optional<DomainName> name() {
    return name;
  }

  Host host() {
    return host;
  }

  /** The network that the address shares with its neighbours. */
  String network() {
    return network;
  }

  public static String networkOf(Optional<SourceIp> address) {
    return address.map(SourceIp::network).orElse("unknown-source");
  }
}
