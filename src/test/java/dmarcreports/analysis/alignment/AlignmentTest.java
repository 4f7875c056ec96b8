package dmarcreports.analysis.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Mail;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which domain aligns with which, by the examples of the standard and of other programs. */
class AlignmentTest {
  private final PublicSuffixList suffixes = new PublicSuffixList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # RFC 9989, appendix B.1, SPF and DKIM
          example.com             | example.com       | EXACT
          child.example.com       | example.com       | ORGANIZATIONAL
          example.net             | child.example.com | FOREIGN
          example.com             | child.example.com | ORGANIZATIONAL
          # RFC 9989, 4.4 and B.4
          foo.example.com         | news.example.com  | ORGANIZATIONAL
          news.example.com        | news.example.com  | EXACT
          foo.example.net         | news.example.com  | FOREIGN
          signing.example.com     | example.com       | ORGANIZATIONAL
          # OpenDMARC, test_alignment.c
          a.b.c.bcx.com           | bcx.com           | ORGANIZATIONAL
          oooo.com                | ooo.com           | FOREIGN
          a.foo.com               | b.foo.com         | ORGANIZATIONAL
          mac.com.                | mac.com           | EXACT
          b.com                   | a.b.com           | ORGANIZATIONAL
          a.b.de                  | a.b.de            | EXACT
          a.b.c.edu.ar            | edr.au            | FOREIGN
          # mail-dmarc
          example.COM             | example.com       | EXACT
          example.com             | mail.example.com  | ORGANIZATIONAL
          exumple.com             | example.com       | FOREIGN
          net                     | net               | EXACT
          net                     | example.net       | FOREIGN
          # Amazon SES
          amazonses.com           | example.com       | FOREIGN
          us-west-2.amazonses.com | amazonses.com     | ORGANIZATIONAL
          # the private section of the list, and suffixes that nobody knows
          a.myshopify.com         | b.myshopify.com   | FOREIGN
          a.internal              | b.internal        | FOREIGN
          x.a.internal            | y.a.internal      | ORGANIZATIONAL
          co.uk                   | example.co.uk     | FOREIGN
          """)
  void relates(String identifier, String author, Relation relation) {
    assertEquals(
        relation, Relation.of(DomainName.parse(identifier), DomainName.parse(author), suffixes));
    assertEquals(
        relation, Relation.of(DomainName.parse(author), DomainName.parse(identifier), suffixes));
  }

  @Test
  void alignsByMode() {
    assertTrue(Relation.EXACT.aligns(AlignmentMode.STRICT));
    assertFalse(Relation.ORGANIZATIONAL.aligns(AlignmentMode.STRICT));
    for (Relation each : Relation.values()) {
      assertTrue(!each.aligns(AlignmentMode.STRICT) || each.aligns(AlignmentMode.RELAXED));
    }
    assertFalse(Relation.FOREIGN.aligns(AlignmentMode.RELAXED));
    assertFalse(Relation.NONE.aligns(AlignmentMode.RELAXED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          com                     | com
          co.uk                   | co.uk
          a.b.co.uk               | b.co.uk
          x.myshopify.com         | x.myshopify.com
          a.x.myshopify.com       | x.myshopify.com
          a.www.ck                | www.ck
          a.x.foo.ck              | x.foo.ck
          internal                | internal
          a.b.internal            | b.internal
          us-west-2.amazonses.com | amazonses.com
          _x.example.com          | example.com
          """)
  void findsOrganization(String name, String organization) {
    assertEquals(new DomainName(organization), suffixes.organizationalDomain(new DomainName(name)));
  }

  @Test
  void tellsWherePrivateSectionDecides() {
    assertTrue(
        suffixes.privateSectionDecides(
            new DomainName("a.myshopify.com"), new DomainName("b.myshopify.com")));
    assertFalse(
        suffixes.privateSectionDecides(
            new DomainName("a.example.com"), new DomainName("b.example.com")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # F               | mode | spf                     | dkim                                 | words | pass | fail | unknown
          # RFC 9989, B.3.1
          example.com       | r/r  | mail.example.com pass   | example.com pass                     | -/-   | 1 | 0 | 0
          # stalwart: identical under strict, below under relaxed, below under strict, nothing passes
          example.org       | s/s  | example.org pass        | example.org pass                     | -/-   | 1 | 0 | 0
          example.org       | r/r  | sub.example.org pass    | sub.example.org pass                 | -/-   | 1 | 0 | 0
          example.org       | s/s  | sub.example.org pass    | sub.example.org pass                 | -/-   | 0 | 1 | 0
          example.org       | r/r  | example.org fail        | example.org fail                     | -/-   | 0 | 1 | 0
          # mail-dmarc: one signature of several is enough; HELO never counts
          example.com       | r/r  | other.org fail          | mailing-list.com fail,example.com pass | -/- | 1 | 0 | 0
          mail.example.com  | r/r  | other.org fail          | mailing-list.com fail,example.com pass | -/- | 1 | 0 | 0
          example.com       | r/r  | example.com pass helo   | other.org fail                       | fail/fail | 0 | 1 | 0
          example.com       | r/r  | example.com pass helo   | other.org fail                       | -/-   | 0 | 0 | 1
          # mailauth: adkim absent and s
          mail.example.com  | r/r  | other.org fail          | example.com pass                     | -/-   | 1 | 0 | 0
          mail.example.com  | r/s  | other.org fail          | example.com pass                     | -/-   | 0 | 1 | 0
          # mox: an error of DNS decides nothing unless the other leg passes
          sub.strict.example | s/s | strict.example pass     | strict.example pass                  | -/-   | 0 | 1 | 0
          example.com       | r/r  | example.com temperror   | other.org fail                       | -/-   | 0 | 0 | 1
          example.com       | r/r  | example.com temperror   | example.com pass                     | -/-   | 1 | 0 | 0
          # the receiver's word counts, whatever the evidence
          example.com       | r/r  | example.com pass        | example.com pass                     | fail/fail | 0 | 1 | 0
          example.com       | r/r  |                         |                                      | pass/fail | 1 | 0 | 0
          # a leg with neither word nor evidence stays unknown
          example.com       | r/r  |                         |                                      | -/-   | 0 | 0 | 1
          example.com       | r/r  | example.com fail        |                                      | -/-   | 0 | 0 | 1
          example.com       | r/r  | example.com fail        |                                      | -/fail | 0 | 1 | 0
          example.com       | r/r  | example.com unknown     | other.org fail                       | -/-   | 0 | 0 | 1
          example.com       | r/r  | example.com pass        |                                      | -/-   | 1 | 0 | 0
          """)
  void decides(
      String author,
      String modes,
      String spf,
      String dkim,
      String words,
      long pass,
      long fail,
      long unknown) {
    Tally tally =
        Mail.headline(Mail.from(author).modes(modes).spf(spf).dkim(dkim).words(words)).tally();
    assertEquals(pass, tally.pass());
    assertEquals(fail, tally.fail());
    assertEquals(unknown, tally.unknown());
  }

  @Test
  void marksWhereTheMethodDecides() {
    assertTrue(
        Mail.from("a.myshopify.com")
            .underPolicyOf("myshopify.com")
            .spf("b.myshopify.com pass")
            .words("fail/fail")
            .diagnosis()
            .orgMethodSensitive());
    // The record lies below the organization: a tree walk does not climb out of it.
    assertTrue(
        Mail.from("news.example.com")
            .underPolicyOf("news.example.com")
            .spf("bounce.example.com pass")
            .diagnosis()
            .orgMethodSensitive());
    assertFalse(
        Mail.from("news.example.com")
            .spf("bounce.example.com pass")
            .diagnosis()
            .orgMethodSensitive());
  }
}
