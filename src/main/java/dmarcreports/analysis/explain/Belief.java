package dmarcreports.analysis.explain;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.report.DomainName;
import dmarcreports.report.header.AuthenticationResults;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.ReceivedSpf;
import dmarcreports.report.header.Stated;
import dmarcreports.report.header.TracedMail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which of the results that a mail carries can be believed (RFC 8601, 5 and 7.1): those that one's
 * own receiving host wrote, the topmost of that name. Whoever sent the mail may have written all
 * that stands below the first host that is not one's own.
 *
 * @param host the authserv-id that is believed; empty where the field names none, or none is there
 * @param named whether the user named it; else it is that of the topmost field, an assumption
 * @param judged every field of results, from the top
 * @param ownHops how many of the hops, from the top, are those of one's own hosts
 * @param spf what Received-SPF says above the first strange host
 */
public record Belief(
    Optional<String> host,
    boolean named,
    List<Judged> judged,
    int ownHops,
    Optional<ReceivedSpf> spf) {

  /** Keeps its own copy of the list. */
  public Belief {
    judged = List.copyOf(judged);
  }

  /** Whether a field can be believed, and if not, why. */
  public enum Standing {
    BELIEVED,
    /** Another host than the one that is believed wrote it. */
    OTHER_HOST,
    /** A host that is not one's own had the mail after it was written. */
    BELOW_STRANGER,
    /** The same name stands further up. */
    NOT_TOPMOST
  }

  /** One field of results. */
  public record Judged(AuthenticationResults results, Standing standing) {}

  /** Judges the results of a mail. */
  static Belief of(TracedMail mail, Optional<String> named, PublicSuffixList suffixes) {
    Optional<String> host = named.or(() -> topmost(mail));
    int ownHops = ownHops(mail.hops(), named, suffixes);
    OptionalInt place =
        mail.results().stream()
            .filter(field -> isOf(host, field) && field.hopsAbove() <= ownHops)
            .mapToInt(Stated::hopsAbove)
            .findFirst();
    List<Judged> judged = new ArrayList<>();
    for (Stated<AuthenticationResults> field : mail.results()) {
      judged.add(new Judged(field.words(), standing(field, host, place, ownHops)));
    }
    Optional<ReceivedSpf> spf =
        mail.spf().stream()
            .filter(field -> field.hopsAbove() <= ownHops)
            .map(Stated::words)
            .findFirst();
    return new Belief(host, named.isPresent(), judged, ownHops, spf);
  }

  /** The results that count, in their order. */
  public List<AuthenticationResults.Result> results() {
    return judged.stream()
        .filter(field -> field.standing() == Standing.BELIEVED)
        .flatMap(field -> field.results().results().stream())
        .toList();
  }

  /** Whether any field is believed, whatever it says. */
  public boolean isFounded() {
    return judged.stream().anyMatch(field -> field.standing() == Standing.BELIEVED);
  }

  /** The hop at which the mail came in from outside. */
  public Optional<Received> border(TracedMail mail) {
    return ownHops == 0 ? Optional.empty() : Optional.of(mail.hops().get(ownHops - 1));
  }

  private static Optional<String> topmost(TracedMail mail) {
    return mail.results().stream().findFirst().flatMap(field -> field.words().server());
  }

  private static boolean isOf(Optional<String> host, Stated<AuthenticationResults> field) {
    return lower(host).equals(lower(field.words().server()));
  }

  private static Optional<String> lower(Optional<String> name) {
    return name.map(text -> text.toLowerCase(Locale.ROOT));
  }

  private static Standing standing(
      Stated<AuthenticationResults> field, Optional<String> host, OptionalInt place, int ownHops) {
    if (field.hopsAbove() > ownHops) {
      return Standing.BELOW_STRANGER;
    }
    if (!isOf(host, field)) {
      return Standing.OTHER_HOST;
    }
    return place.equals(OptionalInt.of(field.hopsAbove()))
        ? Standing.BELIEVED
        : Standing.NOT_TOPMOST;
  }

  /**
   * The hops down to the last one of the organization that took the mail in at the end, or of the
   * host that the user named. Hosts that call themselves by no domain count as those around them.
   */
  private static int ownHops(
      List<Received> hops, Optional<String> named, PublicSuffixList suffixes) {
    Set<DomainName> own = new HashSet<>();
    named.flatMap(DomainName::parse).map(suffixes::organizationalDomain).ifPresent(own::add);
    hops.stream()
        .flatMap(hop -> hop.by().stream())
        .findFirst()
        .map(suffixes::organizationalDomain)
        .ifPresent(own::add);
    int ownHops = 0;
    for (int i = 0; i < hops.size(); i++) {
      Optional<DomainName> by = hops.get(i).by();
      if (by.isPresent()) {
        if (!own.contains(suffixes.organizationalDomain(by.get()))) {
          break;
        }
        ownHops = i + 1;
      }
    }
    return own.isEmpty() ? hops.size() : ownHops;
  }
}
