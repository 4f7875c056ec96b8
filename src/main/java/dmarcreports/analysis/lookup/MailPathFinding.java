package dmarcreports.analysis.lookup;

import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.explain.MailPath;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.spf.SpfEvaluation;
import dmarcreports.dns.spf.SpfIdentity;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The SPF record of a mail's return path, and whether it lets the client send that handed it over.
 */
final class MailPathFinding {
  private final MailPath path;
  private final ExplainedMail mail;
  private final boolean own;

  MailPathFinding(MailPath path, ExplainedMail mail, boolean own) {
    this.path = path;
    this.mail = mail;
    this.own = own;
  }

  /** That of the record, and that of a custom MAIL FROM domain where it is one. */
  List<Finding> findings(Lookup lookup) {
    Asking asking = new Asking(lookup);
    Remark permitted = permitted(asking);
    if (!own) {
      return List.of(
          Finding.of(
              Topic.SPF, path.domain().text(), asking.asked(), List.of(permitted.ofAStranger())));
    }
    Optional<Finding> mailFrom = MailFromFinding.of(path.domain(), SeenMail.NONE, lookup);
    List<Finding> findings = new ArrayList<>();
    findings.add(SpfFinding.ofMail(path.domain(), mailFrom.isPresent(), lookup).with(permitted));
    mailFrom.ifPresent(findings::add);
    return findings;
  }

  private Remark permitted(Lookup lookup) {
    if (mail.address().isEmpty()) {
      return Remark.of(MailRemark.PATH_WITHOUT_ADDRESS);
    }
    SourceIp address = mail.address().get();
    SpfResult now =
        SpfEvaluation.of(
                new SpfIdentity(address, path.localPart(), path.domain().text(), path.helo()),
                lookup)
            .result();
    if (now == SpfResult.TEMPERROR) {
      return Remark.of(MailRemark.PATH_UNTOLD, address);
    }
    return now == SpfResult.PASS ? passes(address) : passesNot(address, word(now));
  }

  private Remark passes(SourceIp address) {
    if (path.said().isEmpty()) {
      return Remark.of(MailRemark.PATH_PERMITTED, address);
    }
    SpfResult then = path.said().get();
    return then == SpfResult.PASS
        ? Remark.of(MailRemark.PATH_PERMITTED_AS_THEN, address)
        : Remark.of(MailRemark.PATH_PERMITTED_NOW, address, path.domain(), word(then))
            .advising(MailAdvice.SEND_AGAIN.of());
  }

  private Remark passesNot(SourceIp address, String now) {
    if (path.said().isEmpty()) {
      return Remark.of(MailRemark.PATH_NOT_PERMITTED, address, now);
    }
    SpfResult then = path.said().get();
    return then == SpfResult.PASS
        ? Remark.of(MailRemark.PATH_PERMITTED_NO_MORE, address, path.domain(), now)
            .advising(MailAdvice.LET_IN_AGAIN.of())
        : Remark.of(MailRemark.PATH_NOT_PERMITTED_EITHER, address, now, word(then));
  }

  private static String word(SpfResult result) {
    return result.name().toLowerCase(Locale.ROOT);
  }
}
