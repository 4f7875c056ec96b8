package dmarcreports.analysis.explain;

import dmarcreports.report.AuthResults;
import dmarcreports.report.AuthResults.Scope;
import dmarcreports.report.DomainName;
import dmarcreports.report.SpfResult;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.TracedMail;
import java.util.Optional;

/**
 * The name of the envelope that SPF is checked for: that of the return path, or of the host where
 * that is empty (RFC 7208, 2.4).
 *
 * @param localPart of the return path, for macros; empty where nobody tells it
 * @param helo how the client called itself; the name itself where nobody tells
 * @param said what the believed host found; empty where it does not say
 */
public record MailPath(DomainName domain, String localPart, String helo, Optional<SpfResult> said) {

  /** That of a mail; empty where it shows none. */
  static Optional<MailPath> of(TracedMail mail, Belief belief, MailResults results) {
    Optional<AuthResults.Spf> check =
        results.spf().stream()
            .filter(spf -> isHelo(spf) == results.nullSender() && spf.domain().isPresent())
            .findFirst();
    Optional<String> helo = belief.border(mail).flatMap(Received::helo);
    return check
        .flatMap(AuthResults.Spf::domain)
        .or(results::envelopeFrom)
        .map(
            domain ->
                new MailPath(
                    domain,
                    localPart(mail, domain),
                    helo.orElse(domain.text()),
                    check.flatMap(AuthResults.Spf::result)));
  }

  private static boolean isHelo(AuthResults.Spf spf) {
    return spf.scope().equals(Optional.of(Scope.HELO));
  }

  private static String localPart(TracedMail mail, DomainName domain) {
    String path = mail.returnPath().orElse("").strip().replaceAll("[<>]", "");
    int at = path.lastIndexOf('@');
    return at > 0 && MailResults.domain(path).filter(domain::equals).isPresent()
        ? path.substring(0, at)
        : "";
  }
}
