package dmarcreports.analysis.lookup;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.saying.Names;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.RecordTags;
import dmarcreports.dns.dmarc.AppliedPolicy;
import dmarcreports.dns.dmarc.DmarcTag;
import dmarcreports.dns.dmarc.Existence;
import dmarcreports.dns.dmarc.PolicyDiscovery;
import dmarcreports.dns.dmarc.PublishedDmarc;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a DMARC record asks for, its defaults in words. */
final class DmarcPolicyRemarks {
  private static final int WHOLE = 100;

  private final PolicyDiscovery.Located found;
  private final PublishedDmarc dmarc;
  private final List<Remark> remarks = new ArrayList<>();

  private DmarcPolicyRemarks(PolicyDiscovery.Located found) {
    this.found = found;
    this.dmarc = found.record();
  }

  static List<Remark> of(PolicyDiscovery.Located found, DomainName name, Lookup lookup) {
    DmarcPolicyRemarks all = new DmarcPolicyRemarks(found);
    switch (all.dmarc.use()) {
      case NOT_AT_ALL -> all.remarks.add(all.withoutPolicy(DmarcRemark.NOT_USED));
      case AS_NONE -> all.remarks.add(all.withoutPolicy(DmarcRemark.TAKEN_AS_NONE));
      case AS_PUBLISHED -> all.published(name, lookup);
    }
    return all.remarks;
  }

  /** The record with a policy, and all else as it is. */
  private Remark withoutPolicy(DmarcRemark remark) {
    String others =
        RecordTags.parse(dmarc.text()).written().stream()
            .filter(tag -> !tag.name().equals("v") && !isPolicy(tag.name()))
            .map(tag -> "; " + tag.name() + "=" + tag.value())
            .collect(Collectors.joining());
    return Remark.of(remark)
        .advising(
            DmarcAdvice.SAY_THE_POLICY.of(),
            new DnsRecord(
                "_dmarc." + found.domain() + ". TXT " + Quoted.text("v=DMARC1; p=none" + others),
                List.of()));
  }

  private static boolean isPolicy(String tag) {
    return tag.equals("p") || tag.equals("sp") || tag.equals("np");
  }

  private void published(DomainName name, Lookup lookup) {
    boolean itself = found.domain().equals(name);
    Existence existence = itself ? Existence.YES : Existence.of(name, lookup);
    Optional<AppliedPolicy> applied = AppliedPolicy.of(found, name, existence);
    remarks.add(
        applied
            .map(DmarcPolicyRemarks::policy)
            .orElseGet(() -> Remark.of(DmarcRemark.POLICY_UNTOLD, name)));
    if (itself) {
      below();
    }
    if (dmarc.isTesting()) {
      remarks.add(
          applied
              .map(policy -> Remark.of(DmarcRemark.TESTING, word(policy.effective())))
              .orElseGet(() -> Remark.of(DmarcRemark.TESTING_UNTOLD)));
    }
    dmarc.pct().stream()
        .filter(pct -> pct < WHOLE)
        .forEach(pct -> remarks.add(Remark.of(DmarcRemark.PERCENTAGE, pct)));
    if (dmarc.psd() == PublishedDmarc.Psd.YES) {
      remarks.add(Remark.of(DmarcRemark.PUBLIC_SUFFIX));
    }
    alignment();
  }

  private static Remark policy(AppliedPolicy applied) {
    String tag = applied.tag().text() + "=" + word(applied.stated());
    return switch (applied.stated()) {
      case NONE -> Remark.of(DmarcRemark.POLICY_NONE, tag);
      case QUARANTINE -> Remark.of(DmarcRemark.POLICY_QUARANTINE, tag);
      case REJECT -> Remark.of(DmarcRemark.POLICY_REJECT, tag);
    };
  }

  /** What is said of subdomains, where it is another thing. */
  private void below() {
    Policy own = dmarc.policy(DmarcTag.P).orElse(Policy.NONE);
    Policy sub = dmarc.policy(DmarcTag.SP).orElse(own);
    Policy notThere = dmarc.policy(DmarcTag.NP).orElse(sub);
    if (sub != own) {
      remarks.add(Remark.of(DmarcRemark.BELOW, "sp=" + word(sub)));
    }
    if (notThere != sub) {
      remarks.add(Remark.of(DmarcRemark.NOT_EXISTING, "np=" + word(notThere)));
    }
  }

  private void alignment() {
    List<String> strict =
        Stream.of(
                dmarc.adkim() == AlignmentMode.STRICT ? "adkim=s" : "",
                dmarc.aspf() == AlignmentMode.STRICT ? "aspf=s" : "")
            .filter(tag -> !tag.isEmpty())
            .toList();
    remarks.add(
        strict.isEmpty()
            ? Remark.of(DmarcRemark.ALIGNMENT_RELAXED)
            : Remark.of(DmarcRemark.ALIGNMENT_STRICT, Names.of(Names.Joint.AND, strict)));
  }

  static String word(Policy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }
}
