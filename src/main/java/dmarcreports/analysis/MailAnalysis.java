package dmarcreports.analysis;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.explain.KnownPolicies;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.report.Observation;
import dmarcreports.report.header.TracedMail;
import java.util.Optional;

/** What one mail says: judged as the messages of a report are, with one message. */
public final class MailAnalysis {
  private MailAnalysis() {}

  /**
   * Explains a mail.
   *
   * @param trusted the authserv-id whose results are believed; else that of the topmost field
   * @param policies what is known of the DMARC records of Author Domains
   */
  public static ExplainedMail of(
      TracedMail mail,
      Optional<String> trusted,
      KnownPolicies policies,
      PublicSuffixList suffixes,
      SenderProfiles profiles) {
    return ExplainedMail.of(
        mail, trusted, policies, suffixes, observed -> explained(observed, suffixes, profiles));
  }

  private static Optional<Explained.Domain> explained(
      Observation observed, PublicSuffixList suffixes, SenderProfiles profiles) {
    Analysis.Collector collector = new Analysis.Collector(suffixes, profiles);
    collector.add(observed);
    return collector.explainOneMail();
  }
}
