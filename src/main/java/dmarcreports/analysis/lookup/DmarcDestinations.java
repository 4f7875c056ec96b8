package dmarcreports.analysis.lookup;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.saying.Names;
import dmarcreports.dns.Answer;
import dmarcreports.dns.dmarc.PolicyDiscovery;
import dmarcreports.dns.dmarc.ReportAuthorization;
import dmarcreports.dns.dmarc.ReportUri;
import dmarcreports.dns.dmarc.ReportUri.Problem;
import java.util.ArrayList;
import java.util.List;

/** Where reports are sent, and whether they come there (RFC 9990). */
final class DmarcDestinations {
  private final List<Remark> remarks = new ArrayList<>();

  private DmarcDestinations() {}

  static List<Remark> of(PolicyDiscovery.Located found, List<ReportAuthorization> external) {
    DmarcDestinations all = new DmarcDestinations();
    if (found.record().rua().isEmpty()) {
      all.remarks.add(Remark.of(DmarcRemark.NO_REPORTS).advising(DmarcAdvice.ASK_FOR_REPORTS.of()));
    }
    all.listed(DmarcRemark.REPORTS_GO_TO, found.record().rua());
    all.listed(DmarcRemark.FAILURE_REPORTS_GO_TO, found.record().ruf());
    external.forEach(one -> all.remarks.add(agreement(found, one)));
    return all.remarks;
  }

  private void listed(DmarcRemark remark, List<ReportUri> uris) {
    List<String> working =
        uris.stream()
            .filter(uri -> uri.problem().isEmpty())
            .map(uri -> Quoted.piece(uri.text()))
            .toList();
    if (!working.isEmpty()) {
      remarks.add(Remark.of(remark, Names.of(Names.Joint.AND, working)));
    }
    for (ReportUri uri : uris) {
      uri.problem().ifPresent(problem -> remarks.add(problem(uri, problem)));
      uri.size()
          .ifPresent(
              size ->
                  remarks.add(Remark.of(DmarcRemark.SIZE_IGNORED, Quoted.piece(uri.text()), size)));
    }
  }

  private static Remark problem(ReportUri uri, Problem problem) {
    return problem == Problem.OTHER_SCHEME
        ? Remark.of(DmarcRemark.URI_OF_ANOTHER_SCHEME, Quoted.piece(uri.text()))
        : Remark.of(
                DmarcRemark.URI_CANNOT_WORK,
                Quoted.piece(uri.text()),
                uri.place() + 1,
                FlawPhrase.of(problem))
            .advising(DmarcAdvice.CORRECT_ADDRESS.of());
  }

  private static Remark agreement(PolicyDiscovery.Located found, ReportAuthorization external) {
    String host = external.destination().text();
    return switch (external.consent()) {
      case GIVEN -> Remark.of(DmarcRemark.EXTERNAL_AGREES, host);
      case NOT_GIVEN ->
          Remark.of(DmarcRemark.EXTERNAL_DOES_NOT_AGREE, host)
              .advising(
                  DmarcAdvice.ASK_DESTINATION.of(host),
                  new DnsRecord(
                      found.domain() + "._report._dmarc." + host + ". TXT \"v=DMARC1;\"",
                      List.of()));
      case LED_AWAY ->
          Remark.of(
              DmarcRemark.EXTERNAL_LEADS_AWAY,
              host,
              Names.of(
                  Names.Joint.AND,
                  external.instead().stream().map(uri -> Quoted.piece(uri.text())).toList()));
      case NAME_TOO_LONG -> Remark.of(DmarcRemark.EXTERNAL_NAME_TOO_LONG, host);
      case UNTOLD ->
          Remark.of(
              DmarcRemark.EXTERNAL_UNTOLD,
              host,
              FailurePhrase.of(
                  external
                      .answer()
                      .filter(Answer.Failed.class::isInstance)
                      .map(answer -> ((Answer.Failed) answer).kind())
                      .orElse(Answer.Failure.MALFORMED)));
      case NOT_ASKED ->
          Remark.of(DmarcRemark.EXTERNAL_NOT_ASKED, host, ReportAuthorization.MAX_DESTINATIONS);
    };
  }
}
