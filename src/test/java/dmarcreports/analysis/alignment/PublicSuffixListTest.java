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
  private static final PublicSuffixList LIST =
      PublicSuffixList.parse(
              """
              // ===BEGIN ICANN DOMAINS===
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
          a.example.unknown, example.unknown
          a.example.xn--55qx5d.cn, example.xn--55qx5d.cn
          """)
  void findsTheOrganizationalDomain(String name, String organization) {
    assertEquals(new DomainName(organization), LIST.organizationalDomain(new DomainName(name)));
  }

  @Test
  void knowsWherePrivateRulesDecide() {
    assertTrue(
        LIST.privateSectionDecides(new DomainName("a.shop.com"), new DomainName("b.shop.com")));
    assertTrue(
        !LIST.privateSectionDecides(new DomainName("a.example.com"), new DomainName("b.shop.com")));
  }

  @Test
  void whatHoldsNoRulesIsNoList() {
    assertTrue(PublicSuffixList.parse(List.of("// nothing", "")).isEmpty());
    assertTrue(PublicSuffixList.parse(List.of("com", "<html>")).isEmpty());
  }
}
