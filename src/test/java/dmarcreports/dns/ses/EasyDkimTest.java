package dmarcreports.dns.ses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.dns.Zone;
import dmarcreports.dns.dkim.DkimKeyLookup;
import dmarcreports.report.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasyDkimTest {
  private static final String TOKEN = "224i4yxa5dv7c2xz3womw6peuasteono";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOKEN.dkim.amazonses.com.             | SAME
          TOKEN.DKIM.AmazonSES.com.             | SAME
          TOKEN.dkim.eu-south-1.amazonses.com.  | SAME eu-south-1
          224i4yxa5dv7c2xz3womw6peuaste.dkim.amazonses.com. | CUT
          TOKENx.dkim.amazonses.com.            | CUT
          224i4yxa5dv7c2xz3womw6peuasteomo.dkim.amazonses.com. | MISTYPED
          224i4yxa5dv7c2xz3mowm6peuasteomo.dkim.amazonses.com. | OTHER
          6gbrjpgwjskckoa6a5zn6fwqkn67xbtw.dkim.amazonses.com. | OTHER
          TOKEN.dkim.amazonses.com.example.com. | SAME appended example.com
          TOKEN.amazonses.com.                  | none
          TOKEN.dkim.amazonses.org.             | none
          s1.domainkey.u1.wl1.sendgrid.net.     | none
          """)
  void theTargetOfTheAliasTells(String target, String told) {
    for (String key : new String[] {"", target.replace("TOKEN", TOKEN) + " TXT \"p=\""}) {
      Zone zone =
          Zone.of(TOKEN + "._domainkey.example.com CNAME " + target.replace("TOKEN", TOKEN), key);
      assertEquals(told, told(zone));
    }
  }

  @ParameterizedTest
  @CsvSource({"TXT \"p=\"", "TXT !SERVFAIL", "A 192.0.2.1"})
  void withoutAnAliasItIsNone(String data) {
    assertEquals("none", told(Zone.of(TOKEN + "._domainkey.example.com " + data)));
  }

  private static String told(Zone zone) {
    return EasyDkim.of(DkimKeyLookup.of(TOKEN, new DomainName("example.com"), zone))
        .map(
            e ->
                e.likeness()
                    + e.region().map(r -> " " + r).orElse("")
                    + e.appended().map(a -> " appended " + a).orElse(""))
        .orElse("none");
  }
}
