package dmarcreports.flow;

import dmarcreports.analysis.MailAnalysis;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.explain.KnownPolicies;
import dmarcreports.analysis.lookup.CheckedMail;
import dmarcreports.analysis.lookup.MailLookups;
import dmarcreports.dns.Lookup;
import dmarcreports.mail.Input;
import dmarcreports.mail.OneMail;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.UnreadableReport;
import dmarcreports.report.header.TracedMail;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import dmarcreports.stored.PolicyDomain;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One mail in, how it fared and why out. */
public final class ExplainMail {
  private ExplainMail() {}

  /**
   * Explains the mail that an input holds.
   *
   * @param trusted the authserv-id whose results are believed; else that of the topmost field
   * @param reports a database whose reports tell the policy, where there is one
   * @throws UnreadableReport where it is no mail, or is beyond a limit
   */
  public static ExplainedMail run(
      Input input, Optional<String> trusted, Optional<Access> reports, Knowledge knowledge)
      throws IOException, UnreadableReport {
    TracedMail mail = OneMail.read(input);
    KnownPolicies policies =
        reports
            .<KnownPolicies>map(access -> author -> stored(access, author))
            .orElse(KnownPolicies.NONE);
    return MailAnalysis.of(mail, trusted, policies, knowledge.suffixes(), knowledge.senders());
  }

  /** What DNS shows now of what the mail rests on. The database is closed by then. */
  public static CheckedMail inDns(ExplainedMail mail, Knowledge knowledge, Lookup lookup) {
    return new MailLookups(lookup, knowledge.suffixes()).of(mail);
  }

  /** The newest policy of the nearest name, at the Author Domain or above, that has reports. */
  private static Optional<PolicyPublished> stored(Access access, DomainName author) {
    Selection names = new Selection(Optional.empty(), Optional.empty(), withParents(author));
    try (ReportReader reports = access.read()) {
      return reports.reported(names).domains().entrySet().stream()
          .max(Comparator.comparingInt(one -> one.getKey().text().length()))
          .map(Map.Entry::getValue)
          .map(PolicyDomain::newest);
    }
  }

  private static Set<DomainName> withParents(DomainName author) {
    Set<DomainName> names = new HashSet<>();
    Optional<DomainName> name = Optional.of(author);
    while (name.isPresent()) {
      names.add(name.get());
      String text = name.get().text();
      int dot = text.indexOf('.');
      name = dot < 0 ? Optional.empty() : DomainName.parse(text.substring(dot + 1));
    }
    return names;
  }
}
