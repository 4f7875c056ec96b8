package dmarcreports.analysis.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.report.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of the owner's own, in the standard format. */
class PublicSuffixListTest {
  private final PublicSuffixList list =
      PublicSuffixList.parse(
              """
              // ===BEGIN ICANN DOMAINS===
              *
              com
              uk
              co.uk   and what follows a blank is no rule
              *.ck
              !www.ck
              \u516c\u53f8.cn
              cn
              // ===END ICANN DOMAINS===
              // ===BEGIN PRIVATE DOMAINS===
              shop.com
              *.host.com
              !free.host.com
              co.uk
              // ===END PRIVATE DOMAINS===
              """
                  .lines()
                  .toList())
          .orElseThrow();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          example.com, example.com
          a.b.example.com, example.com
          com, com
          a.b.example.co.uk, example.co.uk
          co.uk, co.uk
          example.uk, example.uk
          a.b.c.ck, b.c.ck
          c.ck, c.ck
          a.www.ck, www.ck
          www.ck, www.ck
          a.shop.com, a.shop.com
          x.a.shop.com, a.shop.com
          shop.com, shop.com
          x.a.b.host.com, a.b.host.com
          x.free.host.com, free.host.com
          unknown, unknown
          a.example.unknown, example.unknown
          a.example.xn--55qx5d.cn, example.xn--55qx5d.cn
          """)
  void findsTheOrganizationalDomain(String name, String organization) {
    assertEquals(new DomainName(organization), list.organizationalDomain(new DomainName(name)));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a.shop.com,      b.shop.com,      true
          x.shop.com,      x.shop.com,      false
          a.example.com,   b.shop.com,      false
          # whoever ignores the section sees one customer of host.com as another
          x.a.host.com,    x.b.host.com,    true
          x.free.host.com, y.free.host.com, false
          x.free.host.com, x.a.host.com,    true
          # a suffix that stands in both sections is one of ICANN's
          a.co.uk,         b.co.uk,         false
          """)
  void knowsWherePrivateRulesDecide(String one, String other, boolean decides) {
    assertEquals(decides, list.privateSectionDecides(new DomainName(one), new DomainName(other)));
  }

  @Test
  void whatHoldsNoRulesIsNoList() {
    assertTrue(PublicSuffixList.parse(List.of("// nothing", "")).isEmpty());
    assertTrue(PublicSuffixList.parse(List.of("com", "<html>")).isEmpty());
    assertTrue(PublicSuffixList.parse(List.of("com", "*.<html>")).isEmpty());
    assertTrue(PublicSuffixList.parse(List.of("*")).isEmpty());
  }
}
