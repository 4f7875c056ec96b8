package dmarcreports.xml;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.AuthResults;
import dmarcreports.report.Disposition;
import dmarcreports.report.PolicyEvaluated.Override;
import dmarcreports.report.PolicyEvaluated.Reason;
import dmarcreports.report.PolicyPublished;
import dmarcreports.report.ReportFormat;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Collects what tells the shapes of reports apart; the version number tells nothing. */
final class FormatEvidence {
  private static final Set<Override> ONLY_7489 =
      EnumSet.of(Override.FORWARDED, Override.SAMPLED_OUT);

  private boolean after7489;
  private boolean before9990;
  private boolean since7489;

  void see(AggregateReport report, String namespace) {
    PolicyPublished policy = report.policyPublished();
    after7489 |= namespace.equals("urn:ietf:params:xml:ns:dmarc-2.0");
    after7489 |= policy.discoveryMethod().isPresent() || policy.testing().isPresent();
    after7489 |= policy.np().isPresent() || report.metadata().generator().isPresent();
    before9990 |= policy.pct().isPresent();
    since7489 |= policy.fo().isPresent() || report.metadata().version().isPresent();
  }

  void see(AggregateRecord record) {
    after7489 |=
        record.evidence().policyEvaluated().disposition().equals(Optional.of(Disposition.PASS));
    for (Reason reason : record.evidence().policyEvaluated().reasons()) {
      after7489 |= reason.type().filter(type -> type == Override.POLICY_TEST_MODE).isPresent();
      before9990 |= reason.type().filter(ONLY_7489::contains).isPresent();
    }
    for (AuthResults.Spf spf : record.evidence().authResults().spf()) {
      since7489 |= spf.scope().isPresent();
      before9990 |= spf.scope().filter(scope -> scope == AuthResults.Scope.HELO).isPresent();
    }
    since7489 |= record.evidence().identifiers().envelopeFrom().isPresent();
    since7489 |= record.evidence().identifiers().nullSender();
    for (AuthResults.Dkim dkim : record.evidence().authResults().dkim()) {
      since7489 |= dkim.selector().isPresent();
    }
  }

  ReportFormat format() {
    if (after7489) {
      return before9990 ? ReportFormat.HYBRID : ReportFormat.RFC9990;
    }
    return since7489 ? ReportFormat.RFC7489 : ReportFormat.PRE_RFC;
  }
}
