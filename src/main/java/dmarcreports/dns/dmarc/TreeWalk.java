package dmarcreports.dns.dmarc;

import dmarcreports.dns.Lookup;
import dmarcreports.dns.dmarc.PolicyDiscovery.Seat;
import dmarcreports.dns.dmarc.PublishedDmarc.Psd;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The DNS Tree Walk from a name up (RFC 9989, 4.10). Nothing is concluded past a look-up that
 * failed: what was not seen might have ended the walk, or been the record.
 *
 * @param start where it begins
 * @param steps what was asked and found, from the name up; at most eight
 */
public record TreeWalk(DomainName start, List<DmarcLookup> steps) {
  /** So many questions, however long the name is. */
  public static final int MAX_QUESTIONS = 8;

  /** Keeps its own copy of the list. */
  public TreeWalk {
    steps = List.copyOf(steps);
  }

  /** Walks from a name up. */
  public static TreeWalk of(DomainName start, Lookup lookup) {
    List<DmarcLookup> steps = new ArrayList<>();
    for (DomainName name : names(start)) {
      DmarcLookup step = DmarcLookup.of(name, lookup);
      steps.add(step);
      if (psd(step) != Psd.UNSAID) {
        break;
      }
    }
    return new TreeWalk(start, steps);
  }

  /** The names that are asked for, unless one of them ends the walk. */
  static List<DomainName> names(DomainName start) {
    String[] labels = start.text().split("\\.");
    List<DomainName> names = new ArrayList<>();
    names.add(start);
    int rest = Math.min(labels.length, MAX_QUESTIONS) - 1;
    for (int from = labels.length - rest; from < labels.length; from++) {
      String name = String.join(".", Arrays.copyOfRange(labels, from, labels.length));
      names.add(new DomainName(name));
    }
    return names;
  }

  /** The first look-up that failed. */
  public Optional<DmarcLookup> failure() {
    return steps.stream().filter(DmarcLookup::failed).findFirst();
  }

  /** The Organizational Domain of the start (RFC 9989, 4.10.2); empty where it cannot be told. */
  public Optional<DomainName> organizationalDomain() {
    if (failure().isPresent()) {
      return Optional.empty();
    }
    DomainName found = start;
    for (DmarcLookup step : steps) {
      boolean first = step.domain().equals(start);
      switch (psd(step)) {
        case NO -> {
          return Optional.of(step.domain());
        }
        case YES -> found = first ? start : oneBelow(step.domain());
        case UNSAID -> found = step.record().isPresent() ? step.domain() : found;
      }
    }
    return Optional.of(found);
  }

  /** Whose record is for mail with the start as its Author Domain (RFC 9989, 4.10.1). */
  public PolicyDiscovery policy() {
    PolicyDiscovery own = PolicyDiscovery.of(steps.get(0), Seat.AUTHOR_DOMAIN);
    Optional<DmarcLookup> failure = failure();
    if (own instanceof PolicyDiscovery.Located || failure.isEmpty() && steps.size() == 1) {
      return own;
    }
    if (failure.isPresent()) {
      return new PolicyDiscovery.Untold(failure.get());
    }
    DomainName organization = organizationalDomain().orElse(start);
    PolicyDiscovery above =
        steps.stream()
            .filter(step -> step.domain().equals(organization))
            .findFirst()
            .map(step -> PolicyDiscovery.of(step, Seat.ORGANIZATIONAL_DOMAIN))
            .orElseGet(PolicyDiscovery.Nowhere::new);
    DmarcLookup last = steps.get(steps.size() - 1);
    return above instanceof PolicyDiscovery.Nowhere && psd(last) == Psd.YES
        ? PolicyDiscovery.of(last, Seat.PUBLIC_SUFFIX_DOMAIN)
        : above;
  }

  private DomainName oneBelow(DomainName suffix) {
    String below = start.text().substring(0, start.text().length() - suffix.text().length() - 1);
    String label = below.substring(below.lastIndexOf('.') + 1);
    return new DomainName(label + "." + suffix);
  }

  private static Psd psd(DmarcLookup step) {
    return step.record().map(PublishedDmarc::psd).orElse(Psd.UNSAID);
  }
}
