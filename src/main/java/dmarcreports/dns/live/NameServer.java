package dmarcreports.dns.live;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ResolverConfig;

/**
 * A name server that is asked.
 *
 * @param shown as it was named
 * @param address where it is
 */
public record NameServer(String shown, InetSocketAddress address) {
  private static final int PORT = 53;
  private static final int MAX_PORT = 65_535;
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]+)](?::([0-9]{1,5}))?");
  private static final Pattern PLAIN = Pattern.compile("([^:\\[\\]]+)(?::([0-9]{1,5}))?");
  private static final Pattern BARE_V6 = Pattern.compile("([0-9A-Fa-f:.]+:[0-9A-Fa-f:.]*)()?");

  /**
   * The one that a text names: {@code ns1.example.com}, {@code 192.0.2.1:5353}, {@code
   * 2001:db8::1}, {@code [2001:db8::1]:5353}. A name is looked up as any other host's is.
   *
   * @throws IllegalArgumentException where it names none, or one that is not found
   */
  public static NameServer parse(String text) {
    for (Pattern form : List.of(BRACKETED, PLAIN, BARE_V6)) {
      Matcher parts = form.matcher(text);
      if (parts.matches()) {
        return of(text, parts.group(1), parts.group(2));
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no name server; write 192.0.2.1, 192.0.2.1:5353 or [2001:db8::1]:5353");
  }

  /** Those that this machine asks, in its order. */
  public static List<NameServer> ofThisMachine() {
    return ResolverConfig.getCurrentConfig().servers().stream().map(NameServer::of).toList();
  }

  private static NameServer of(InetSocketAddress address) {
    String host = address.getHostString();
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return new NameServer(
        address.getPort() == PORT ? host : shown + ":" + address.getPort(), address);
  }

  private static NameServer of(String text, String host, String port) {
    int number = port == null || port.isEmpty() ? PORT : Integer.parseInt(port);
    if (number < 1 || number > MAX_PORT) {
      throw new IllegalArgumentException("'" + text + "' names no port from 1 to " + MAX_PORT);
    }
    InetSocketAddress address = new InetSocketAddress(host, number);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "no address is found for '" + host + "'; name the server by its address");
    }
    return new NameServer(text, address);
  }
}
