package dmarcreports.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.sender.Host;
import dmarcreports.analysis.sender.Sender;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.sender.WhoSent;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClassTest;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.analysis.sums.CellKind;
import dmarcreports.analysis.sums.SortedInts;
import dmarcreports.analysis.sums.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many failing messages the recommendations repair, at least and at most. */
class WhatIfTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # F | aspf/adkim | spf | dkim | ip | min | max (of 7)
          example.com      | r/r | amazonses.com pass    | amazonses.com pass                 | 54.240.8.13   | 7 | 7
          example.com      | s/s | amazonses.com pass    | amazonses.com pass                 | 54.240.8.13   | 7 | 7
          news.example.com | r/s | amazonses.com pass    | amazonses.com pass                 | 54.240.8.13   | 7 | 7
          example.com      | r/r | gmail.com pass        | amazonses.com pass                 | 209.85.220.41 | 7 | 7
          # SPF alone: the custom MAIL FROM domain is certain
          example.com      | r/r | amazonses.com pass    |                                    | 54.240.8.13   | 7 | 7
          # under aspf=s only together with aspf=r, which is then advised beside it
          example.com      | s/r | amazonses.com pass    |                                    | 54.240.8.13   | 7 | 7
          # a signature of Amazon's that fails tells of a changed body
          example.com      | r/r | other.org fail        | amazonses.com pass,amazonses.com fail | 192.0.2.1  | 7 | 7
          example.com      | s/r | mail.example.com pass | amazonses.com pass                 | 54.240.8.13   | 7 | 7
          news.example.com | r/s |                       | example.com pass                   | 192.0.2.1     | 7 | 7
          # what nothing repairs by its nature
          example.com      | r/r | x.bad.org fail        |                                    | 192.0.2.1     | 0 | 0
          example.com      | r/r | example.com temperror |                                    | 192.0.2.1     | 0 | 0
          example.com      | r/r | other.org pass        |                                    | 192.0.2.1     | 0 | 0
          # whose the account at the service is, and who sends, only the owner knows
          example.com      | r/r | sendgrid.net pass     | sendgrid.net pass                  | 192.0.2.1     | 0 | 7
          example.com      | r/r | example.com fail      |                                    | 192.0.2.1     | 0 | 7
          # a service that cannot sign repairs nothing
          example.com      | r/r | docusign.net pass     | docusign.net pass                  | 192.0.2.1     | 0 | 0
          """)
  void counts(String author, String modes, String spf, String dkim, String ip, long min, long max) {
    Diagnosis diagnosis =
        Mail.from(author).modes(modes).spf(spf).dkim(dkim).ip(ip).messages(7).diagnosis();
    assertEquals(min, diagnosis.repairedMin());
    assertEquals(max, diagnosis.repairedMax());
  }

  @Test
  void customMailFromHelpsNothingUnderStrictAlone() {
    Cell cell = cell(Mail.from("example.com").modes("s/s").spf("amazonses.com pass"));
    assertEquals(repair(0, 0), after(cell, Set.of(Recommendation.CUSTOM_MAIL_FROM)));
    assertEquals(
        repair(7, 7),
        after(cell, Set.of(Recommendation.CUSTOM_MAIL_FROM, Recommendation.RELAX_ASPF)));
  }

  @Test
  void relaxingHelpsNoForeignDomain() {
    Cell cell =
        cell(
            Mail.from("example.com")
                .modes("s/s")
                .spf("amazonses.com pass")
                .dkim("amazonses.com pass"));
    assertEquals(
        repair(0, 0), after(cell, Set.of(Recommendation.RELAX_ASPF, Recommendation.RELAX_ADKIM)));
  }

  @Test
  void easyDkimOfParentIsUncertainUnderStrict() {
    Cell cell = cell(Mail.from("news.example.com").modes("r/s").dkim("amazonses.com pass"));
    assertEquals(repair(0, 7), after(cell, Set.of(Recommendation.EASY_DKIM)));
    assertEquals(
        repair(7, 7), after(cell, Set.of(Recommendation.EASY_DKIM, Recommendation.RELAX_ADKIM)));
  }

  @Test
  void missingSignatureIsUndecided() {
    Cell cell = cell(Mail.from("example.com").spf("amazonses.com pass"));
    assertEquals(repair(0, 7), after(cell, Set.of(Recommendation.EASY_DKIM)));
    Cell broken =
        cell(Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com fail"));
    assertEquals(repair(0, 0), after(broken, Set.of(Recommendation.EASY_DKIM)));
  }

  @Test
  void contradictionsAreUndecided() {
    Cell cell =
        cell(
            Mail.from("example.com")
                .spf("example.com pass")
                .words("fail/fail")
                .dkim("amazonses.com pass"));
    assertEquals(repair(0, 7), after(cell, Set.of(Recommendation.EASY_DKIM)));
  }

  @Test
  void sourceIsRepairedByAllThatItsRowSays() {
    Mail ses =
        Mail.from("example.com").modes("s/s").spf("amazonses.com pass").dkim("amazonses.com pass");
    Mail strict =
        Mail.from("example.com")
            .modes("s/s")
            .spf("mail.example.com pass")
            .dkim("amazonses.com pass");
    SourceFindings source =
        Mail.analyze(ses.messages(5).ip("54.240.8.13"), strict.messages(3).ip("54.240.8.13"))
            .domains()
            .get(0)
            .sources()
            .get(0);
    assertEquals(
        "easy_dkim custom_mail_from relax_aspf", StreamClassTest.codes(source.diagnosis()));
    assertEquals(8, source.diagnosis().repairedMin());
    assertEquals(2, source.streams().size());
  }

  private static Cell cell(Mail mail) {
    mail.messages(7).ip("54.240.8.13");
    Facts facts = Facts.of(mail.evidence(), Mail.ORGANIZATIONS);
    Sender sender =
        WhoSent.sender(facts, true, Host.UNKNOWN, SenderProfiles.standard(), Mail.SUFFIXES);
    return new Cell(
        new CellKind(facts, sender, Optional.empty(), "amazon-ses", true),
        new Source(
            mail.observation().sourceIp(), "54.240.8.0/24", Optional.empty(), Host.UNKNOWN, true),
        7,
        new SortedInts((int) mail.observation().day().toEpochDay()),
        new SortedInts(0),
        true);
  }

  private static WhatIf.Bounds after(Cell cell, Set<Recommendation> changes) {
    return new WhatIf(new GroupKnowledge(List.of(cell))).bounds(List.of(cell), Done.all(changes));
  }

  private static WhatIf.Bounds repair(long min, long max) {
    return new WhatIf.Bounds(min, max);
  }
}
