package dmarcreports.analysis.remedy;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.SourceIp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the reports tell about the messages that an action is for: all that its remedy may name.
 *
 * @param policy as published, newest
 * @param target what is changed
 * @param authorDomains of the failing messages
 * @param services who sends them, where that is proven, by name
 * @param unserved whether some of them are sent by no service that is known
 * @param stranger an organization that we do not know and that proves itself
 * @param regions of Amazon SES that the return paths show; empty where they show none
 * @param formerMailFrom the custom MAIL FROM domain that such mail used to have before it fell back
 *     to that of Amazon SES
 * @param addresses that send the failing messages, sorted
 * @param spfCauses why SPF does not align
 * @param dkimCauses why DKIM does not align
 * @param spfDomains names of ours that SPF was checked for and did not pass
 * @param brokenKeys own keys that do not verify, as {@code selector._domainkey.domain}, or the
 *     domain alone where the selector is not reported
 * @param sisterDomains names of the organization, other than the Author Domain, that pass: those
 *     that relaxing would let speak for it
 * @param readiness how strict the policy could be, by the tags of the record that govern mail
 * @param dns what DNS has shown
 */
public record Situation(
    PolicyPublished policy,
    Target target,
    SortedSet<DomainName> authorDomains,
    List<SenderProfile> services,
    boolean unserved,
    Optional<DomainName> stranger,
    SortedSet<String> regions,
    Optional<DomainName> formerMailFrom,
    Collection<SourceIp> addresses,
    Set<Cause> spfCauses,
    Set<Cause> dkimCauses,
    SortedSet<DomainName> spfDomains,
    SortedSet<String> brokenKeys,
    SortedSet<DomainName> sisterDomains,
    List<PolicyReadiness> readiness,
    Snapshot dns) {

  /** Keeps its own copies of the lists. */
  public Situation {
    services = List.copyOf(services);
    readiness = List.copyOf(readiness);
  }

  /** The same, with one more region of Amazon SES. */
  public Situation seenIn(String region) {
    SortedSet<String> all = new TreeSet<>(regions);
    all.add(region);
    return new Situation(
        policy,
        target,
        authorDomains,
        services,
        unserved,
        stranger,
        all,
        formerMailFrom,
        addresses,
        spfCauses,
        dkimCauses,
        spfDomains,
        brokenKeys,
        sisterDomains,
        readiness,
        dns);
  }

  /**
   * The service that the change is made at, or asked about; where that is none, the first by name
   * of those that send. Nobody asks a stranger about a service that may have sent the mail to it.
   */
  public Optional<SenderProfile> service() {
    Optional<SenderProfile> changed = services.stream().filter(s -> isAt(s.name())).findFirst();
    boolean asksStranger = stranger.filter(s -> isAt(s.text())).isPresent();
    return changed.isPresent() || asksStranger ? changed : services.stream().findFirst();
  }

  private boolean isAt(String name) {
    return target.equals(new Target.Service(name));
  }

  /** The DMARC Policy Domain. */
  public DomainName policyDomain() {
    return policy.domain();
  }
}
