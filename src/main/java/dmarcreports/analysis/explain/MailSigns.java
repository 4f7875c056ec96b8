package dmarcreports.analysis.explain;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.header.AuthenticationResults.Result;
import dmarcreports.report.header.Author;
import dmarcreports.report.header.CarryingReport;
import dmarcreports.report.header.SesFeedback;
import dmarcreports.report.header.Signed;
import dmarcreports.report.header.TracedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for what one mail shows and a report does not. Strangers can write most of it. */
final class MailSigns {
  private static final Pattern BODY_HASH =
      Pattern.compile("body.?hash|\\bbh\\b", Pattern.CASE_INSENSITIVE);

  /** What may stand in a command that is to be copied. */
  private static final Pattern PLAIN_LOCAL_PART = Pattern.compile("[A-Za-z0-9._+-]{1,64}");

  private static final String LIST_ID = "list-id";

  private final TracedMail mail;
  private final MailEvidence evidence;

  MailSigns(MailEvidence evidence) {
    this.mail = evidence.mail();
    this.evidence = evidence;
  }

  /** All of them, what they amount to first. */
  List<Saying> all(boolean sentBySes, boolean passes) {
    List<Saying> signs = new ArrayList<>();
    if (!passes && !sentBySes && isChangedByList()) {
      signs.add(MailSign.LIST_CHANGED_BODY.of(mail.list().id().orElse("")));
    }
    mail.inReport()
        .flatMap(CarryingReport::diagnostic)
        .map(MailSign.REPORT_DIAGNOSTIC::of)
        .ifPresent(signs::add);
    evidence.results().vouched().stream().filter(this::isOwn).forEach(one -> result(one, signs));
    mail.signatures().stream().filter(this::isOwn).forEach(one -> body(one, signs));
    if (mail.list().posting()) {
      mail.list().id().map(MailSign.LIST::of).ifPresent(signs::add);
    }
    mail.list().footer().map(MailSign.FOOTER::of).ifPresent(signs::add);
    MailTestimony.passedBefore(evidence.names())
        .map(MailSign.PASSED_BEFORE::of)
        .ifPresent(signs::add);
    if (sentBySes) {
      ofSes(signs);
    }
    return signs;
  }

  private void result(Vouched one, List<Saying> signs) {
    words(one.result())
        .filter(words -> !one.result().word().equals("pass"))
        .map(words -> MailSign.BODY_HASH_FAILED.of(key(one), words))
        .ifPresent(signs::add);
  }

  private void body(Signed one, List<Saying> signs) {
    String key = one.signature().key().orElse("");
    switch (one.body()) {
      case WHOLE -> signs.add(MailSign.BODY_WHOLE.of(key));
      case CHANGED -> signs.add(MailSign.BODY_CHANGED.of(key));
      case NOT_COMPARED -> {}
    }
    one.signature()
        .bodyLength()
        .map(length -> MailSign.BODY_LENGTH.of(key, length))
        .ifPresent(signs::add);
  }

  private void ofSes(List<Saying> signs) {
    mail.sesFeedback()
        .map(found -> MailSign.SES_REGION.of(found.region(), found.account()))
        .ifPresent(signs::add);
    mail.sesAddress().map(a -> MailSign.SES_ADDRESS.of(a.text())).ifPresent(signs::add);
    mail.authors().stream()
        .filter(one -> PLAIN_LOCAL_PART.matcher(one.localPart()).matches())
        .flatMap(one -> address(one).stream())
        .findFirst()
        .map(address -> MailSign.SES_ADDRESS_IDENTITY.of(address, command(address)))
        .ifPresent(signs::add);
  }

  private static Optional<String> address(Author author) {
    return author.domain().map(domain -> author.localPart() + "@" + domain);
  }

  private String command(String address) {
    return "aws sesv2 get-email-identity --email-identity "
        + address
        + " --region "
        + mail.sesFeedback().map(SesFeedback::region).orElse("REGION");
  }

  /**
   * Whether a list changed the body, as far as that can be told: our signature is broken by the
   * body, and another domain, whose signature stands, signed that it is a list.
   */
  private boolean isChangedByList() {
    boolean broken =
        evidence.results().vouched().stream()
                .anyMatch(
                    one ->
                        isOwn(one)
                            && MailResults.isBroken(one)
                            && (words(one.result()).isPresent() || isBodyChanged(one)))
            && evidence.results().vouched().stream().noneMatch(one -> isOwn(one) && passes(one));
    boolean list =
        evidence.results().vouched().stream()
            .anyMatch(
                one ->
                    !isOwn(one)
                        && passes(one)
                        && one.signature().filter(s -> s.signature().signs(LIST_ID)).isPresent());
    return broken && list && mail.list().id().isPresent();
  }

  private static boolean passes(Vouched one) {
    return MailWords.dkim(one.result().word()).equals(Optional.of(DkimResult.PASS));
  }

  private static boolean isBodyChanged(Vouched one) {
    return one.signature().filter(s -> s.body() == Signed.Body.CHANGED).isPresent();
  }

  private boolean isOwn(Vouched one) {
    return one.domain().filter(evidence.names()::isOwn).isPresent();
  }

  private boolean isOwn(Signed one) {
    return one.signature().domain().filter(evidence.names()::isOwn).isPresent();
  }

  private static Optional<String> words(Result result) {
    return result.words().stream().filter(text -> BODY_HASH.matcher(text).find()).findFirst();
  }

  private static String key(Vouched one) {
    String domain = one.domain().map(DomainName::text).orElse("");
    return one.selector().map(s -> s + "._domainkey." + domain).orElse(domain);
  }
}
