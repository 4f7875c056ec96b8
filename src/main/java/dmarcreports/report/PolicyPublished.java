package dmarcreports.report;

import java.util.Optional;

/**
 * The DMARC policy that the receiver found in DNS, as far as the report names it (RFC 9990, {@code
 * policy_published}). Absent is absent: an {@code sp} that is not there is not {@code none}.
 *
 * @param domain where the record lay: the DMARC Policy Domain
 * @param pct RFC 7489 alone: 0 to 100
 * @param testing the value of the tag {@code t}
 */
public record PolicyPublished(
    DomainName domain,
    Optional<Policy> p,
    Optional<Policy> sp,
    Optional<Policy> np,
    Optional<AlignmentMode> adkim,
    Optional<AlignmentMode> aspf,
    Optional<Integer> pct,
    Optional<String> fo,
    Optional<Boolean> testing,
    Optional<DiscoveryMethod> discoveryMethod) {

  /** The DKIM alignment mode in force: relaxed where none is named (RFC 9989, 4.7). */
  public AlignmentMode dkimMode() {
    return adkim.orElse(AlignmentMode.RELAXED);
  }

  /** The SPF alignment mode in force: relaxed where none is named (RFC 9989, 4.7). */
  public AlignmentMode spfMode() {
    return aspf.orElse(AlignmentMode.RELAXED);
  }

  /** Whether the receiver found it by the tree walk (RFC 9989, 4.10). */
  public boolean isByTreeWalk() {
    return discoveryMethod.filter(DiscoveryMethod.TREEWALK::equals).isPresent();
  }

  /** The policy in force for mail of that Author Domain, by what the report can tell. */
  public Optional<Policy> policyFor(DomainName authorDomain) {
    return authorDomain.equals(domain) || sp.isEmpty() ? p : sp;
  }
}
