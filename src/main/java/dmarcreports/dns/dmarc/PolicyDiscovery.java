package dmarcreports.dns.dmarc;

import dmarcreports.dns.Lookup;
import dmarcreports.report.DomainName;
import java.util.function.UnaryOperator;

/** Whose DMARC record is for a name. */
public sealed interface PolicyDiscovery {

  /**
   * One is there.
   *
   * @param at where it was found
   * @param record the one that counts
   * @param seat what the place is to the name
   */
  record Located(DmarcLookup at, PublishedDmarc record, Seat seat) implements PolicyDiscovery {
    /** The domain whose record it is. */
    public DomainName domain() {
      return at.domain();
    }
  }

  /** None is there, and that is certain: no DMARC for mail of that name. */
  record Nowhere() implements PolicyDiscovery {}

  /**
   * It cannot be told.
   *
   * @param at the look-up that failed
   */
  record Untold(DmarcLookup at) implements PolicyDiscovery {}

  /** What the place of a record is to the name that it is for (RFC 9989, 4.10.1). */
  enum Seat {
    AUTHOR_DOMAIN,
    ORGANIZATIONAL_DOMAIN,
    PUBLIC_SUFFIX_DOMAIN
  }

  /**
   * As receivers find it that follow RFC 7489 (6.6.3) and not the tree walk: at the name, else at
   * its Organizational Domain by the public suffix list.
   *
   * @param organization the Organizational Domain of a name by the list
   */
  static PolicyDiscovery bySuffixList(
      DomainName name, UnaryOperator<DomainName> organization, Lookup lookup) {
    PolicyDiscovery own = at(name, Seat.AUTHOR_DOMAIN, lookup);
    DomainName above = organization.apply(name);
    return own instanceof Nowhere && !above.equals(name)
        ? at(above, Seat.ORGANIZATIONAL_DOMAIN, lookup)
        : own;
  }

  private static PolicyDiscovery at(DomainName name, Seat seat, Lookup lookup) {
    return of(DmarcLookup.of(name, lookup), seat);
  }

  /** What one look-up tells. */
  static PolicyDiscovery of(DmarcLookup at, Seat seat) {
    if (at.failed()) {
      return new Untold(at);
    }
    return at.record().<PolicyDiscovery>map(r -> new Located(at, r, seat)).orElseGet(Nowhere::new);
  }
}
