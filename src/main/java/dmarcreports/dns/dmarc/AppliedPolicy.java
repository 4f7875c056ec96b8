package dmarcreports.dns.dmarc;

import dmarcreports.dns.dmarc.PublishedDmarc.Use;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.Optional;

/**
 * The policy for failing mail of a name (RFC 9989, 4.10.1).
 *
 * @param stated what the record says
 * @param tag which of its tags says it
 * @param testing whether the record is only tested
 */
public record AppliedPolicy(Policy stated, DmarcTag tag, boolean testing) {

  /**
   * The policy of a record for a name; empty where it depends on whether the name is there and that
   * cannot be told, or where the record means no DMARC at all.
   */
  public static Optional<AppliedPolicy> of(
      PolicyDiscovery.Located found, DomainName name, Existence existence) {
    PublishedDmarc record = found.record();
    if (record.use() == Use.NOT_AT_ALL) {
      return Optional.empty();
    }
    if (record.use() == Use.AS_NONE) {
      return Optional.of(new AppliedPolicy(Policy.NONE, DmarcTag.P, record.isTesting()));
    }
    if (found.domain().equals(name)) {
      return said(record, DmarcTag.P);
    }
    Optional<AppliedPolicy> there = said(record, DmarcTag.SP, DmarcTag.P);
    Optional<AppliedPolicy> notThere = said(record, DmarcTag.NP, DmarcTag.SP, DmarcTag.P);
    return switch (existence) {
      case YES -> there;
      case NO -> notThere;
      case UNKNOWN -> there.equals(notThere) ? there : Optional.empty();
    };
  }

  /** What receivers do: one step softer where the record is only tested (RFC 9989, {@code t}). */
  public Policy effective() {
    return switch (stated) {
      case NONE -> Policy.NONE;
      case QUARANTINE -> testing ? Policy.NONE : Policy.QUARANTINE;
      case REJECT -> testing ? Policy.QUARANTINE : Policy.REJECT;
    };
  }

  private static Optional<AppliedPolicy> said(PublishedDmarc record, DmarcTag... order) {
    for (DmarcTag tag : order) {
      Optional<Policy> policy = record.policy(tag);
      if (policy.isPresent()) {
        return Optional.of(new AppliedPolicy(policy.get(), tag, record.isTesting()));
      }
    }
    return Optional.empty();
  }
}
