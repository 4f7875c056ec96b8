package dmarcreports.analysis.explain;

import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyEvaluated.Override;
import dmarcreports.report.PolicyEvaluated.Reason;
import dmarcreports.report.header.ArcResults;
import dmarcreports.report.header.AuthenticationResults.Result;
import java.util.List;
import java.util.Optional;

/**
 * Whether the believed host testifies that somebody passed the mail on: it found the chain of ARC
 * (RFC 8617) whole, and the first who sealed it claims that the mail was proven to be from the
 * Author Domain when it came in there. A whole chain alone says less: some services seal what they
 * send themselves.
 */
final class MailTestimony {
  /** Seals what its own customers send, with results that read as if it had come from outside. */
  private static final DomainName SEALS_ITS_OWN = new DomainName("microsoft.com");

  private MailTestimony() {}

  /** The reason that a report would give for it (RFC 8617, 7.2.2). */
  static List<Reason> reasons(MailNames names) {
    return hasArcPass(names) && passedBefore(names).isPresent()
        ? List.of(new Reason(Optional.of(Override.LOCAL_POLICY), Optional.of("arc=pass")))
        : List.of();
  }

  /** Who claims that a proof of the Author Domain stood when the mail came in there. */
  static Optional<String> passedBefore(MailNames names) {
    return names.mail().arc().stream()
        .filter(one -> one.results().results().stream().anyMatch(r -> isOwnPass(r, names)))
        .map(MailTestimony::host)
        .filter(host -> !host.isEmpty() && !names.isReceiver(host))
        .filter(
            host ->
                DomainName.parse(host).filter(name -> name.isAtOrBelow(SEALS_ITS_OWN)).isEmpty())
        .findFirst();
  }

  private static boolean hasArcPass(MailNames names) {
    return names.belief().results().stream()
        .anyMatch(result -> result.method().equals("arc") && result.word().equals("pass"));
  }

  private static String host(ArcResults results) {
    return results.results().server().orElse("");
  }

  private static boolean isOwnPass(Result result, MailNames names) {
    boolean checked = result.method().equals("dkim") || result.method().equals("spf");
    return checked
        && result.word().equals("pass")
        && result
            .property("header.d", "header.i", "smtp.mailfrom", "smtp.mfrom")
            .flatMap(MailResults::domain)
            .filter(names::isOwn)
            .isPresent();
  }
}
