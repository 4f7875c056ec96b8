package dmarcreports.analysis.sums;

import dmarcreports.report.SourceIp;
import java.util.Optional;

/** Where messages came from: one object for one address, with what is known of it alone. */
public final class Source {
  private final Optional<SourceIp> address;
  private final String network;
  private boolean ses;

  /**
   * @param network the one object for its text
   * @param ses whether it may be an address of Amazon SES
   */
  public Source(Optional<SourceIp> address, String network, boolean ses) {
    this.address = address;
    this.network = network;
    this.ses = ses;
  }

  /** Mail from there proves that it is an address of Amazon SES. */
  public void provesSes() {
    ses = true;
  }

  boolean isSes() {
    return ses && address.isPresent();
  }

  /** Empty where the reporters named no address. */
  Optional<SourceIp> address() {
    return address;
  }

  /** The network that the address shares with its neighbours. */
  String network() {
    return network;
  }

  public static String networkOf(Optional<SourceIp> address) {
    return address.map(SourceIp::network).orElse("unknown-source");
  }
}
