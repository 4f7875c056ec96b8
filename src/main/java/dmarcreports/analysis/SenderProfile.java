package dmarcreports.analysis;

import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A service that sends or passes on mail for others, and the names that pass in its stead.
 *
 * @param kind what it does with mail
 * @param spfSuffixes domains that SPF passes for when nothing is set up
 * @param dkimSuffixes domains that sign when nothing is set up
 * @param spfCanAlign whether its customers can have a return path below their own domain
 */
public record SenderProfile(
    String name,
    Kind kind,
    List<DomainName> spfSuffixes,
    List<DomainName> dkimSuffixes,
    boolean spfCanAlign) {

  /** Keeps its own copies of the lists. */
  public SenderProfile {
    spfSuffixes = List.copyOf(spfSuffixes);
    dkimSuffixes = List.copyOf(dkimSuffixes);
  }

  /** What a service does with mail. */
  public enum Kind {
    /** Sends for its customers. */
    SENDER,
    /** Passes mail on as it is, under a return path of its own. */
    FORWARDER,
    /** Both a mailbox provider and a forwarder: it forwards what it does not sign. */
    MAILBOX,
    /** Passes mail on to the members of a list. */
    LIST
  }

  /** The name without blanks: lower case, words joined by hyphens. */
  public String slug() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  boolean isSender() {
    return kind == Kind.SENDER;
  }

  boolean passesSpfAs(DomainName domain) {
    return spfSuffixes.stream().anyMatch(domain::isAtOrBelow);
  }

  boolean signsAs(DomainName domain) {
    return dkimSuffixes.stream().anyMatch(domain::isAtOrBelow);
  }

  Stream<DomainName> suffixes() {
    return Stream.concat(spfSuffixes.stream(), dkimSuffixes.stream()).distinct();
  }
}
