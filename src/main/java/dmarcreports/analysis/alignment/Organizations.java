package dmarcreports.analysis.alignment;

import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which names belong to one organization: by the tree walk (RFC 9989, 4.10.2) where the receiver
 * walked and it is known what it met, else by the Public Suffix List. Not for several threads.
 */
public final class Organizations {
  private static final int MAX_REMEMBERED = 10_000;

  private final PublicSuffixList suffixes;
  private final Function<DomainName, Optional<Walked>> walk;
  private final boolean former;
  private final Map<DomainName, Optional<Walked>> walked = new HashMap<>();

  /**
   * By walks.
   *
   * @param walk what a walk from a name up finds; empty where that cannot be told
   */
  public Organizations(PublicSuffixList suffixes, Function<DomainName, Optional<Walked>> walk) {
    this(suffixes, walk, false);
  }

  private Organizations(
      PublicSuffixList suffixes, Function<DomainName, Optional<Walked>> walk, boolean former) {
    this.suffixes = suffixes;
    this.walk = walk;
    this.former = former;
  }

  /** By walks that would come to something else now. */
  static Organizations former(
      PublicSuffixList suffixes, Function<DomainName, Optional<Walked>> walk) {
    return new Organizations(suffixes, walk, true);
  }

  /** By the list alone. */
  public static Organizations byList(PublicSuffixList suffixes) {
    return new Organizations(suffixes, name -> Optional.empty());
  }

  /**
   * What a walk from a name up found.
   *
   * @param organization the Organizational Domain of the name, which is it or lies above it
   * @param policyDomain whose record is for mail written as the name; empty where there is none
   */
  public record Walked(DomainName organization, Optional<DomainName> policyDomain) {}

  PublicSuffixList suffixes() {
    return suffixes;
  }

  /** Whether the walks are those of another day than the last. */
  boolean isFormer() {
    return former;
  }

  /**
   * The organization of an Author Domain by the tree walk; empty where the receiver did not walk,
   * or where the walk cannot be told or came to another record than the receiver's: then DNS has
   * changed since, and what it shows now is not what the receiver met.
   */
  Optional<DomainName> ofAuthor(DomainName author, PolicyPublished policy) {
    return policy.isByTreeWalk()
        ? walked(author)
            .filter(found -> found.policyDomain().equals(Optional.of(policy.domain())))
            .map(Walked::organization)
        : Optional.empty();
  }

  /** Whether a name belongs to an organization by the tree walk; empty where it cannot be told. */
  Optional<Boolean> isOf(DomainName name, DomainName organization) {
    return name.isAtOrBelow(organization)
        ? walked(name).map(found -> found.organization().equals(organization))
        : Optional.of(false);
  }

  private Optional<Walked> walked(DomainName name) {
    Optional<Walked> known = walked.get(name);
    if (known == null) {
      if (walked.size() >= MAX_REMEMBERED) {
        walked.clear();
      }
      known = walk.apply(name);
      walked.put(name, known);
    }
    return known;
  }
}
