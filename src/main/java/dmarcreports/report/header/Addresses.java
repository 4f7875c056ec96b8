package dmarcreports.report.header;

import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The addresses of hosts in the words of a server: {@code domain of x designates 192.0.2.1}. */
final class Addresses {
  private static final String BETWEEN = "[\\s=;,()\\[\\]<>\"]+";
  private static final String V6 = "ipv6:";

  /** No more of a text is looked at. */
  private static final int MOST = 4096;

  private Addresses() {}

  static List<SourceIp> in(String text) {
    List<SourceIp> found = new ArrayList<>();
    for (String word : text.substring(0, Math.min(MOST, text.length())).split(BETWEEN)) {
      boolean v6 = word.toLowerCase(Locale.ROOT).startsWith(V6);
      String address = v6 ? word.substring(V6.length()) : word;
      if (address.indexOf('.') >= 0 || address.indexOf(':') >= 0) {
        SourceIp.parse(address).ifPresent(found::add);
      }
    }
    return found;
  }
}
