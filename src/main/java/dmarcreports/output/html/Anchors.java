package dmarcreports.output.html;

import dmarcreports.analysis.action.Action;
import dmarcreports.report.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where links lead: the same from night to night, for what stands in reports safe to write, and
 * each once. Those of one page.
 */
final class Anchors {
  /** Longer names end in a hash. */
  private static final int LONGEST = 120;

  private final Set<String> taken = new HashSet<>();

  String domain(DomainName domain) {
    return once(domain.text());
  }

  String action(DomainName domain, Action action) {
    return once("action-" + domain + "-" + action.code() + "-" + safe(action.target().text()));
  }

  /**
   * @param group a service, network or address; empty where none is named
   */
  String source(DomainName domain, String group) {
    return once("source-" + domain + "-" + safe(group));
  }

  private String once(String id) {
    String free = id;
    for (int more = 2; !taken.add(free); more++) {
      free = id + ":" + more;
    }
    return free;
  }

  /** The name of a file for a domain: none is too long for a file system. */
  static String file(DomainName domain) {
    return safe(domain.text()) + ".html";
  }

  private static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      safe.append(plain || "-._/:".indexOf(c) >= 0 ? c : '_');
    }
    if (!safe.toString().equals(text)) {
      String hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
      safe.append('-').append(hash, 0, 8);
    }
    return safe.toString();
  }
}
