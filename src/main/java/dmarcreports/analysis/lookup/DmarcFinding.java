package dmarcreports.analysis.lookup;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.dmarc.DmarcLookup;
import dmarcreports.dns.dmarc.PolicyDiscovery;
import dmarcreports.dns.dmarc.ReportAuthorization;
import dmarcreports.dns.dmarc.TreeWalk;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The DMARC record that is for a name, as both generations of receivers find it. */
final class DmarcFinding {
  private static final String ADDRESS = "REPORT-ADDRESS";

  private final DomainName domain;
  private final PublicSuffixList suffixes;
  private final Asking asking;
  private final List<Remark> remarks = new ArrayList<>();

  private DmarcFinding(DomainName domain, PublicSuffixList suffixes, Lookup lookup) {
    this.domain = domain;
    this.suffixes = suffixes;
    this.asking = new Asking(lookup);
  }

  static Finding of(DomainName domain, PublicSuffixList suffixes, Lookup lookup) {
    return new DmarcFinding(domain, suffixes, lookup).finding();
  }

  private Finding finding() {
    TreeWalk walk = TreeWalk.of(domain, asking);
    PolicyDiscovery found = walk.policy();
    PolicyDiscovery byList =
        PolicyDiscovery.bySuffixList(domain, suffixes::organizationalDomain, asking);
    texts(walk.steps().get(0));
    if (found instanceof PolicyDiscovery.Located record) {
      record(record);
    } else if (found instanceof PolicyDiscovery.Untold untold) {
      untold(untold.at());
    } else if (!walk.steps().get(0).isAmbiguous()) {
      remarks.add(absent());
    }
    compare(found, byList);
    organizations(walk);
    return Finding.of(Topic.DMARC, "_dmarc." + domain, asking.asked(), remarks);
  }

  private Remark absent() {
    return Remark.of(DmarcRemark.ABSENT, domain).advising(DmarcAdvice.PUBLISH_FIRST.of(), first());
  }

  private DnsRecord first() {
    return new DnsRecord(
        "_dmarc." + domain + ". TXT \"v=DMARC1; p=none; rua=mailto:" + ADDRESS + "\"",
        List.of(ADDRESS));
  }

  /** What lies at the name itself, record or not. */
  private void texts(DmarcLookup own) {
    if (own.isAmbiguous()) {
      remarks.add(
          Remark.of(DmarcRemark.SEVERAL, domain, own.records().size())
              .advising(DmarcAdvice.KEEP_ONE.of("_dmarc." + domain)));
    }
    own.others().forEach(text -> remarks.add(DmarcFaults.other(text)));
  }

  private void untold(DmarcLookup at) {
    remarks.add(
        Remark.of(
            DmarcRemark.UNTOLD,
            at.question().orElseThrow(),
            FailurePhrase.of(((Answer.Failed) at.answer()).kind())));
  }

  private void record(PolicyDiscovery.Located found) {
    remarks.add(
        switch (found.seat()) {
          case AUTHOR_DOMAIN -> Remark.of(DmarcRemark.FOUND, domain);
          case ORGANIZATIONAL_DOMAIN -> Remark.of(DmarcRemark.INHERITED, domain, found.domain());
          case PUBLIC_SUFFIX_DOMAIN -> Remark.of(DmarcRemark.OF_THE_SUFFIX, domain, found.domain());
        });
    remarks.addAll(DmarcFaults.of(found.record()));
    remarks.addAll(DmarcPolicyRemarks.of(found, domain, asking));
    remarks.addAll(
        DmarcDestinations.of(
            found,
            ReportAuthorization.of(
                found.domain(), found.record(), suffixes::organizationalDomain, asking)));
  }

  /** Where receivers of the two generations go by different records. */
  private void compare(PolicyDiscovery walk, PolicyDiscovery list) {
    Optional<DomainName> byWalk = place(walk);
    Optional<DomainName> byList = place(list);
    boolean told =
        !(walk instanceof PolicyDiscovery.Untold) && !(list instanceof PolicyDiscovery.Untold);
    if (!told || byWalk.equals(byList)) {
      return;
    }
    if (byList.isEmpty()) {
      DomainName other = suffixes.organizationalDomain(domain);
      remarks.add(Remark.of(DmarcRemark.BY_TREE_WALK_ONLY, byWalk.get(), other));
    } else if (byWalk.isEmpty()) {
      remarks.add(
          Remark.of(DmarcRemark.BY_SUFFIX_LIST_ONLY, byList.get())
              .advising(DmarcAdvice.PUBLISH_WHERE_ALL_LOOK.of(domain)));
    } else {
      remarks.add(Remark.of(DmarcRemark.RECORDS_DIFFER, byWalk.get(), byList.get()));
    }
  }

  private void organizations(TreeWalk walk) {
    DomainName byList = suffixes.organizationalDomain(domain);
    walk.organizationalDomain()
        .filter(byWalk -> !byWalk.equals(byList) && hasRecord(walk))
        .ifPresent(
            byWalk -> remarks.add(Remark.of(DmarcRemark.ORGANIZATIONS_DIFFER, byWalk, byList)));
  }

  /** Without one, nothing is aligned with anything. */
  private static boolean hasRecord(TreeWalk walk) {
    return walk.policy() instanceof PolicyDiscovery.Located;
  }

  private static Optional<DomainName> place(PolicyDiscovery discovery) {
    return discovery instanceof PolicyDiscovery.Located found
        ? Optional.of(found.domain())
        : Optional.empty();
  }
}
