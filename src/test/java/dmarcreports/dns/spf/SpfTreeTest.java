package dmarcreports.dns.spf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dmarcreports.dns.Zone;
import dmarcreports.dns.spf.SpfTree.Fit;
import dmarcreports.dns.spf.SpfTree.Gap;
import dmarcreports.report.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfTreeTest {
  private static final DomainName DOMAIN = new DomainName("example.com");
  private static final String WORLD =
      """
      three.example TXT "v=spf1 a mx include:flat.example ~all"
      flat.example TXT "v=spf1 ip4:192.0.2.0/24 ~all"
      seven.example TXT "v=spf1 include:three.example include:flat.example redirect=flat.example"
      loop.example TXT "v=spf1 a include:loop2.example -all"
      loop2.example TXT "v=spf1 redirect=loop.example"
      two.example TXT "v=spf1 a"
      two.example TXT "v=spf1 mx"
      broken.example TXT "v=spf1 foo"
      down.example TXT !SERVFAIL
      amazonses.com TXT "v=spf1 ip4:199.255.192.0/22 -all"
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -all                                        | 0  | true  | false
          ip4:192.0.2.1 ip6:2001:db8::1 -all          | 0  | true  | false
          a mx ptr exists:a.b -all                    | 4  | true  | false
          a -all mx                                   | 1  | true  | false
          include:flat.example -all                   | 1  | true  | false
          include:three.example -all                  | 4  | true  | false
          include:seven.example -all                  | 7  | true  | false
          include:seven.example include:three.example | 11 | true  | true
          redirect=seven.example                      | 7  | true  | false
          redirect=seven.example -all                 | 0  | true  | false
          include:loop.example -all                   | 4  | true  | true
          include:example.com                         | 1  | true  | true
          include:%{d}.x.example -all                 | 1  | false | false
          include:down.example -all                   | 1  | false | false
          include:two.example -all                    | 1  | true  | false
          include:gone.example -all                   | 1  | true  | false
          """)
  void theLongestWayIsCounted(String terms, int lookups, boolean whole, boolean breaks) {
    SpfTree tree = tree(terms);
    assertEquals(lookups, tree.lookups());
    assertEquals(whole, tree.isWhole());
    assertEquals(breaks, tree.breaksLimit());
  }

  @Test
  void whatCannotBeFollowedSaysWhy() {
    SpfTree tree =
        tree(
            "include:%{d}.x.example include:down.example include:two.example include:gone.example"
                + " include:broken.example include:a..example include:flat.example");
    assertEquals(
        "[MACRO, UNTOLD, SEVERAL_RECORDS, NO_RECORD, BROKEN_RECORD, BAD_NAME]",
        tree.below().stream().flatMap(t -> t.gap().stream()).toList().toString());
    assertEquals("%{d}.x.example", tree.below().get(0).domain());
    assertEquals("flat.example", tree.below().get(6).domain());
    assertEquals(
        Gap.NO_RECORD, SpfTree.of(new DomainName("gone.example"), zone("")).gap().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -all                               | include:amazonses.com | FITS
          a mx ptr a:a.b a:c.d a:e.f a:g.h a:i.j a:k.l -all | include:amazonses.com | FITS
          a mx ptr a:a.b a:c.d a:e.f a:g.h a:i.j a:k.l a:m.n -all | include:amazonses.com | TOO_MANY
          a mx ptr a:a.b a:c.d a:e.f a:g.h a:i.j a:k.l a:m.n -all | ip4:192.0.2.1 | FITS
          include:seven.example -all         | include:three.example | TOO_MANY
          include:seven.example -all         | include:flat.example  | FITS
          include:%{d}.x.example -all        | include:amazonses.com | UNTOLD
          include:down.example -all          | include:amazonses.com | UNTOLD
          foo                                | include:amazonses.com | UNTOLD
          -all                               | include:down.example  | UNTOLD
          -all                               | include:loop.example  | TOO_MANY
          """)
  void whetherMoreFits(String terms, String added, Fit fit) {
    assertEquals(fit, tree(terms).fit(added, zone("")));
  }

  @Test
  void whereNothingIsEverythingFits() {
    SpfTree none = SpfTree.of(new DomainName("gone.example"), zone(""));
    assertEquals(Fit.FITS, none.fit("include:amazonses.com", zone("")));
    assertThrows(IllegalArgumentException.class, () -> none.fit("foo", zone("")));
  }

  @Test
  void aTreeWithoutEndIsCutOff() {
    StringBuilder world = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      world.append("n").append(i).append(".example TXT \"v=spf1 include:n");
      world.append(i + 1).append(".example include:m.example -all\"\n");
    }
    Zone zone = Zone.of(world.toString());
    SpfTree tree = SpfTree.of(new DomainName("n0.example"), zone);
    assertEquals(SpfTree.MAX_RECORDS, zone.asked().size());
    assertEquals(false, tree.isWhole());
    assertEquals(true, tree.breaksLimit());
  }

  private static SpfTree tree(String terms) {
    return SpfTree.of(DOMAIN, zone(terms));
  }

  private static Zone zone(String terms) {
    return Zone.of(WORLD, "example.com TXT \"v=spf1 " + terms + "\"");
  }
}
