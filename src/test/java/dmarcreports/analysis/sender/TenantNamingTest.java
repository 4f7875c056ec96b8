package dmarcreports.analysis.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.report.DomainName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which customer a shared name tells, and what that says about a domain. */
class TenantNamingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          # name | the customer's words
          example-com.20230601.gappssmtp.com  | example-com
          my-site-co-uk.20150623.gappssmtp.com | my-site-co-uk
          example-com.gappssmtp.com           | example-com
          example.com.20230601.gappssmtp.com  | example-com
          20230601.gappssmtp.com              |
          gappssmtp.com                       |
          xgappssmtp.com                      |
          contoso.onmicrosoft.com             | contoso
          contoso.mail.onmicrosoft.com        | contoso
          x.contoso.onmicrosoft.com           | contoso
          mail.onmicrosoft.com                | mail
          onmicrosoft.com                     |
          sendgrid.net                        |
          u1.sendgrid.net                     |
          """)
  void theCustomersWordsAreRead(String name, String words) {
    DomainName shared = new DomainName(name);
    Optional<String> told =
        KnownSenders.ALL.stream().flatMap(p -> p.tenantOf(shared).stream()).findFirst();
    assertEquals(Optional.ofNullable(words), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # name | organization | may it be that one | is its name like it
          example-com.20230601.gappssmtp.com    | example.com       | true  | true
          other-example.20230601.gappssmtp.com  | example.com       | false | false
          example-com-br.20230601.gappssmtp.com | example.com       | false | false
          # below it, or another name that ends so: the dashes do not tell
          mail-example-com.20230601.gappssmtp.com | example.com     | true  | true
          myexample-com.20230601.gappssmtp.com  | example.com       | false | false
          my-site-co-uk.20230601.gappssmtp.com  | my-site.co.uk     | true  | true
          20230601.gappssmtp.com                | example.com       | true  | false
          gappssmtp.com                         | example.com       | true  | false
          # a word of one's own choice excludes nobody
          example.onmicrosoft.com               | example.com       | true  | true
          examplecom.onmicrosoft.com            | example.com       | true  | true
          examplegmbh.onmicrosoft.com           | ex-ample.com      | true  | true
          contoso.onmicrosoft.com               | example.com       | true  | false
          exam.onmicrosoft.com                  | example.com       | true  | true
          ab.onmicrosoft.com                    | abcdef.com        | true  | false
          onmicrosoft.com                       | onmicrosoft.com   | true  | false
          """)
  void anotherCustomerIsToldApart(String name, String organization, boolean may, boolean like) {
    DomainName shared = new DomainName(name);
    DomainName domain = new DomainName(organization);
    SenderProfile service = SenderProfiles.standard().signingAs(shared).orElseThrow();
    assertEquals(may, service.isTenant(shared, domain));
    assertEquals(like, service.isTenantLike(shared, domain));
  }

  @Test
  void aDomainThatFitsIntoNoLabelIsNotExcluded() {
    DomainName longName = new DomainName("a".repeat(60) + ".example");
    DomainName shared = new DomainName("other-example.20230601.gappssmtp.com");
    SenderProfile google = SenderProfiles.standard().signingAs(shared).orElseThrow();
    assertTrue(google.isTenant(shared, longName));
  }
}
