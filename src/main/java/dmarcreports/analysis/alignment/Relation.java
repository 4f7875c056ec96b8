package dmarcreports.analysis.alignment;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import java.util.Optional;

/** How an authenticated domain relates to the Author Domain (RFC 9989, 3.2.10). */
public enum Relation {
  /** The same name. */
  EXACT,
  /** Parent, child or sibling: the same Organizational Domain. */
  ORGANIZATIONAL,
  /** Another organization's. */
  FOREIGN,
  /** There is no domain. */
  NONE;

  /** The relation of an identifier to the Author Domain; without one, every name is foreign. */
  public static Relation of(
      Optional<DomainName> identifier,
      Optional<DomainName> authorDomain,
      PublicSuffixList suffixes) {
    if (identifier.isEmpty()) {
      return NONE;
    }
    if (authorDomain.isEmpty()) {
      return FOREIGN;
    }
    if (identifier.get().equals(authorDomain.get())) {
      return EXACT;
    }
    return suffixes.sameOrganization(identifier.get(), authorDomain.get())
        ? ORGANIZATIONAL
        : FOREIGN;
  }

  /** Whether that relation is alignment under a mode. */
  public boolean aligns(AlignmentMode mode) {
    return switch (mode) {
      case STRICT -> this == EXACT;
      case RELAXED -> isOwn();
    };
  }

  public boolean isOwn() {
    return this == EXACT || this == ORGANIZATIONAL;
  }
}
