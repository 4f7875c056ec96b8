package dmarcreports.analysis.alignment;

import dmarcreports.report.DomainName;
import java.util.Comparator;
import java.util.Optional;

/**
 * How it was found which names belong to the Author Domain's organization.
 *
 * @param parted the first name that passes and that another way would put elsewhere
 */
public record OrganizationMethod(Way way, Optional<DomainName> parted)
    implements Comparable<OrganizationMethod> {
  private static final Comparator<OrganizationMethod> ORDER =
      Comparator.comparing(OrganizationMethod::way, Order.byName())
          .thenComparing(OrganizationMethod::parted, Order.absentFirst(Comparator.naturalOrder()));

  /** Where the answer came from, and whether another way may come to another one. */
  public enum Way {
    /** The Public Suffix List; nothing speaks for another answer. */
    LIST,
    /** The Public Suffix List; its private section decides, or a tree walk may differ. */
    LIST_DECIDES,
    /** The tree walk, and the list says the same. */
    WALK,
    /** The tree walk, and the list says otherwise. */
    WALK_DECIDES,
    /** The tree walk as DNS was at first; as it is now, and the list, say otherwise. */
    WALK_DECIDED
  }

  static OrganizationMethod of(Way way) {
    return new OrganizationMethod(way, Optional.empty());
  }

  /** Whether receivers that go another way may come to another verdict. */
  public boolean decides() {
    return way != Way.LIST && way != Way.WALK;
  }

  @Override
  public int compareTo(OrganizationMethod other) {
    return ORDER.compare(this, other);
  }
}
