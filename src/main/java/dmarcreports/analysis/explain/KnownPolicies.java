package dmarcreports.analysis.explain;

import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import java.util.Optional;

/** What is known of the DMARC records that apply to Author Domains, wherever it is known from. */
@FunctionalInterface
public interface KnownPolicies {
  /** Nothing is. */
  KnownPolicies NONE = author -> Optional.empty();

  /** The policy that applies to mail of that Author Domain; empty where it is not known. */
  Optional<PolicyPublished> of(DomainName author);
}
