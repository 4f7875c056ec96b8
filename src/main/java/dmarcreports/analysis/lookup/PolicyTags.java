package dmarcreports.analysis.lookup;

import dmarcreports.dns.dmarc.DmarcTag;
import dmarcreports.dns.dmarc.PublishedDmarc;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tags of a record that reports tell too, each as it counts: one that is not there and one that
 * says its default are the same.
 */
record PolicyTags(Map<DmarcTag, String> counting) {

  static PolicyTags reported(PolicyPublished policy) {
    Optional<Policy> sub = policy.sp().or(policy::p);
    return of(
        policy.p(),
        sub,
        policy.np().or(() -> sub),
        policy.dkimMode(),
        policy.spfMode(),
        policy.testing().orElse(false));
  }

  static PolicyTags published(PublishedDmarc record) {
    Optional<Policy> p = record.policy(DmarcTag.P);
    Optional<Policy> sub = record.policy(DmarcTag.SP).or(() -> p);
    return of(
        p,
        sub,
        record.policy(DmarcTag.NP).or(() -> sub),
        record.adkim(),
        record.aspf(),
        record.isTesting());
  }

  private static PolicyTags of(
      Optional<Policy> p,
      Optional<Policy> sp,
      Optional<Policy> np,
      AlignmentMode adkim,
      AlignmentMode aspf,
      boolean testing) {
    Map<DmarcTag, String> tags = new EnumMap<>(DmarcTag.class);
    p.ifPresent(policy -> tags.put(DmarcTag.P, DmarcPolicyRemarks.word(policy)));
    sp.ifPresent(policy -> tags.put(DmarcTag.SP, DmarcPolicyRemarks.word(policy)));
    np.ifPresent(policy -> tags.put(DmarcTag.NP, DmarcPolicyRemarks.word(policy)));
    tags.put(DmarcTag.ADKIM, adkim == AlignmentMode.STRICT ? "s" : "r");
    tags.put(DmarcTag.ASPF, aspf == AlignmentMode.STRICT ? "s" : "r");
    tags.put(DmarcTag.T, testing ? "y" : "n");
    return new PolicyTags(tags);
  }

  /** Those that count otherwise than in another record: {@code p=none aspf=r}. */
  String unlike(PolicyTags other) {
    return counting.entrySet().stream()
        .filter(tag -> !tag.getValue().equals(other.counting.get(tag.getKey())))
        .map(tag -> tag.getKey().text() + "=" + tag.getValue())
        .collect(Collectors.joining(" "));
  }

  /** The policy alone: {@code p=reject}. */
  String policy() {
    return "p=" + counting.getOrDefault(DmarcTag.P, "?");
  }
}
