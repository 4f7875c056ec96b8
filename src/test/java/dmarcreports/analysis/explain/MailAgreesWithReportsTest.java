package dmarcreports.analysis.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import dmarcreports.analysis.MailAnalysis;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.report.AuthResults;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyEvaluated.Verdict;
import dmarcreports.report.header.AuthenticationResults;
import dmarcreports.report.header.Author;
import dmarcreports.report.header.DkimSignature;
import dmarcreports.report.header.ListFields;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.Signed;
import dmarcreports.report.header.Stated;
import dmarcreports.report.header.TracedMail;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail, and the record of a report about the same mail, are judged alike. */
class MailAgreesWithReportsTest {
  private static final String SELECTOR = "k3q7xw2vmbl5tz6hn4rj8dyc9gfse0pa";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # F | aspf/adkim | spf | dkim | address | class
          example.com        | r/r | us-west-2.amazonses.com pass | amazonses.com pass | 54.240.8.13 | ses_unaligned
          example.com        | s/s | us-west-2.amazonses.com pass | amazonses.com pass | 54.240.8.13 | ses_unaligned
          example.com        | s/r | mail.example.com pass | amazonses.com pass | 54.240.8.13 | strict_mode
          news.example.com   | r/s | amazonses.com pass | example.com pass, amazonses.com pass | 54.240.8.13 | strict_mode
          bounce.example.com | s/s | bounce.example.com pass | amazonses.com pass | 54.240.8.13 | ok_spf_only
          example.com        | r/r | amazonses.com pass | example.com pass, amazonses.com pass | 54.240.8.13 | ok_dkim_only
          example.com        | r/r | gmail.com pass | example.com pass, amazonses.com pass | 209.85.220.41 | forwarded_ok
          example.com        | r/r | gmail.com pass | amazonses.com pass | 209.85.220.41 | ses_unaligned
          example.com        | r/r | bounce.vendor.example pass | vendor.example pass, amazonses.com pass | 54.240.8.13 | unknown_third_party
          example.com        | r/r | sendgrid.net pass | sendgrid.net pass, amazonses.com pass | 54.240.8.13 | vendor_unaligned
          example.com        | r/r | amazonses.com pass | example.com permerror, amazonses.com pass | 54.240.8.13 | ses_dkim_broken
          example.com        | r/r | example.com fail | example.com fail | 192.0.2.1 | unknown
          example.com        | r/r | x.bad.example softfail | | 192.0.2.1 | spoof_suspect
          example.com        | r/r | bounce.example.com pass | example.com pass, amazonses.com pass | 54.240.8.13 | healthy
          """)
  void sameClassCausesAndAdvice(
      String author, String modes, String spf, String dkim, String address, String streamClass) {
    Mail sent =
        Mail.from(author)
            .underPolicyOf("example.com")
            .modes(modes)
            .spf(spf)
            .dkim(withSelectors(dkim))
            .ip(address);
    Diagnosis reported = sent.diagnosis();
    ExplainedMail explained = explain(author, address, sent.evidence());
    Diagnosis mailed = explained.stream().orElseThrow().part().diagnosis();
    assertEquals(streamClass, mailed.streamClass().word());
    assertEquals(reported.streamClass(), mailed.streamClass());
    assertEquals(reported.confidence(), mailed.confidence());
    assertEquals(reported.spfCause(), mailed.spfCause());
    assertEquals(reported.dkimCause(), mailed.dkimCause());
    assertEquals(reported.failure(), mailed.failure());
    assertEquals(reported.recommendations(), mailed.recommendations());
    assertEquals(reported.explanation(), mailed.explanation());
    assertEquals(reported.sender(), mailed.sender());
  }

  /** So that what signs here is another key than that of the mail that proves the domain. */
  private static String withSelectors(String dkim) {
    return Objects.toString(dkim, "").replaceAll("(example\\.com \\w+)", "$1 " + SELECTOR);
  }

  /** The mail that the evidence is about, as a receiver writes its results into it. */
  private static ExplainedMail explain(String author, String address, Evidence evidence) {
    StringBuilder results = new StringBuilder("mx.example.net");
    for (AuthResults.Spf check : evidence.authResults().spf()) {
      results
          .append("; spf=")
          .append(word(check.result().get()))
          .append(" smtp.mailfrom=x@")
          .append(check.domain().get());
    }
    for (AuthResults.Dkim check : evidence.authResults().dkim()) {
      results
          .append("; dkim=")
          .append(word(check.result().get()))
          .append(" header.d=")
          .append(check.domain().get())
          .append(check.selector().map(s -> " header.s=" + s).orElse(""));
    }
    boolean fails = evidence.policyEvaluated().equals(failing(evidence));
    results.append("; dmarc=").append(fails ? "fail" : "pass").append(" header.from=" + author);
    TracedMail mail =
        new TracedMail(
            1,
            List.of(new Author(Optional.empty(), "a", DomainName.parse(author))),
            Optional.empty(),
            evidence.authResults().dkim().stream().map(MailAgreesWithReportsTest::signed).toList(),
            List.of(new Stated<>(AuthenticationResults.parse(results.toString()), 0)),
            List.of(),
            List.of(),
            List.of(
                Received.parse(
                    "from x (x [" + address + "]) by mx.example.net; 1 Jan 2026 12:00:00 +0000")),
            Optional.empty(),
            Optional.empty(),
            new ListFields(Optional.empty(), false, Optional.empty()),
            Optional.empty(),
            false,
            0);
    return MailAnalysis.of(
        mail,
        Optional.empty(),
        domain -> Optional.of(evidence.policy()),
        Mail.SUFFIXES,
        SenderProfiles.standard());
  }

  private static PolicyEvaluated failing(Evidence evidence) {
    Optional<Verdict> fail = Optional.of(Verdict.FAIL);
    return new PolicyEvaluated(
        evidence.policyEvaluated().disposition(), fail, fail, evidence.policyEvaluated().reasons());
  }

  private static Signed signed(AuthResults.Dkim check) {
    return new Signed(
        DkimSignature.parse(
            "v=1; a=rsa-sha256; h=from; bh=x; b=y; d="
                + check.domain().get()
                + "; s="
                + check.selector().orElse("s")),
        Signed.Body.NOT_COMPARED);
  }

  private static String word(Enum<?> result) {
    return result.name().toLowerCase(Locale.ROOT);
  }
}
