package dmarcreports.analysis.lookup;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.dmarc.AppliedPolicy;
import dmarcreports.dns.dmarc.Existence;
import dmarcreports.dns.dmarc.PolicyDiscovery;
import dmarcreports.dns.dmarc.TreeWalk;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks up what one mail rests on: the DMARC record for its author, the SPF record of its return
 * path, the keys of its signatures. The names are those of whoever wrote the mail: few are asked
 * for, and what lies at a stranger's name is told without advice.
 */
public final class MailLookups {
  private final Lookup lookup;
  private final PublicSuffixList suffixes;

  public MailLookups(Lookup lookup, PublicSuffixList suffixes) {
    this.lookup = lookup;
    this.suffixes = suffixes;
  }

  /** What DNS shows now of a mail. */
  public CheckedMail of(ExplainedMail mail) {
    List<Finding> findings = new ArrayList<>();
    mail.author().ifPresent(author -> findings.add(dmarc(author, mail)));
    mail.path()
        .ifPresent(
            path -> {
              boolean own =
                  Relation.of(Optional.of(path.domain()), mail.author(), suffixes).isOwn();
              findings.addAll(new MailPathFinding(path, mail, own).findings(lookup));
            });
    findings.addAll(MailKeyFindings.of(mail, lookup));
    return new CheckedMail(mail.besideDns(), findings);
  }

  private Finding dmarc(DomainName author, ExplainedMail mail) {
    Finding finding = DmarcFinding.of(author, suffixes, lookup);
    Optional<Policy> then =
        mail.findings().map(Explained.Domain::policy).flatMap(policy -> policy.policyFor(author));
    PolicyDiscovery found = TreeWalk.of(author, lookup).policy();
    if (found instanceof PolicyDiscovery.Located record) {
      return applied(author, record).map(now -> finding.with(policy(then, now))).orElse(finding);
    }
    return found instanceof PolicyDiscovery.Nowhere && then.isPresent()
        ? finding.with(Remark.of(MailRemark.POLICY_GONE, DmarcPolicyRemarks.word(then.get())))
        : finding;
  }

  private Optional<AppliedPolicy> applied(DomainName author, PolicyDiscovery.Located record) {
    boolean itself = record.domain().equals(author);
    return AppliedPolicy.of(record, author, itself ? Existence.YES : Existence.of(author, lookup));
  }

  private static Remark policy(Optional<Policy> then, AppliedPolicy now) {
    String word = DmarcPolicyRemarks.word(now.stated());
    if (then.isEmpty()) {
      return Remark.of(MailRemark.POLICY_NOW, word);
    }
    return then.get() == now.stated()
        ? Remark.of(MailRemark.POLICY_AS_THEN, word)
        : Remark.of(MailRemark.POLICY_OTHER_NOW, DmarcPolicyRemarks.word(then.get()), word);
  }
}
