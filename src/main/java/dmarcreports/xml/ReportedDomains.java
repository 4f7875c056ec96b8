package dmarcreports.xml;

import dmarcreports.report.DomainName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Domain names as reporters spell them: the same few stand in every record, so each is read once.
 */
final class ReportedDomains {
  private static final int MOST = 1024;
  private static final int LONGEST = 255;

  private final Map<String, Optional<DomainName>> known = new HashMap<>();

  /** The domain that a text names, as {@link DomainName#parse} reads it. */
  Optional<DomainName> read(String spelled) {
    if (spelled.length() > LONGEST) {
      return DomainName.parse(spelled);
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(spelled, DomainName::parse);
  }
}
