package dmarcreports.dns.ses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.dns.Zone;
import dmarcreports.report.DomainName;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomMailFromTest {
  private static final DomainName NAME = new DomainName("bounce.example.com");
  private static final String EU = "MX 10 feedback-smtp.eu-west-1.amazonses.com";
  private static final String US = "MX 10 feedback-smtp.us-east-1.amazonses.com";
  private static final String SPF = "TXT \"v=spf1 include:amazonses.com ~all\"";

  private static final String WORLD =
      """
      amazonses.com TXT "v=spf1 ip4:199.255.192.0/22 -all"
      eu-west-1.amazonses.com TXT "v=spf1 include:amazonses.com -all"
      _spf.example.com TXT "v=spf1 include:amazonses.com -all"
      down.example.com TXT !TIMEOUT
      """;

  /** Records, with a slash between them; SPF, EU and US are those that are right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          EU / SPF                                        |           | [eu-west-1] []
          EU / SPF                                        | eu-west-1 | [eu-west-1] []
          EU / SPF                                        | eu-west-1 us-east-1 | [eu-west-1] []
          EU / SPF                                        | us-east-1 | [eu-west-1] [MX_OTHER_REGION]
          EU / TXT "v=spf1 include:eu-west-1.amazonses.com -all" |    | [eu-west-1] []
          EU / TXT "v=spf1 include:AmazonSES.com. -all"   |           | [eu-west-1] []
          EU / SPF / TXT "hello"                          |           | [eu-west-1] []
          EU / US / SPF                                   |           | [eu-west-1, us-east-1] [MX_SEVERAL]
          EU / MX 20 mail.example.com / SPF               |           | [eu-west-1] [MX_SEVERAL]
          MX 10 mail.example.com / SPF                    |           | [] [MX_ELSEWHERE]
          MX 10 feedback-smtp.eu-west-1.amazonses.com.example.com / SPF | | [] [MX_ELSEWHERE]
          MX 0 . / SPF                                    |           | [] [MX_NULL]
          SPF                                             |           | [] [MX_MISSING]
          MX !SERVFAIL / SPF                              |           | [] [MX_UNTOLD]
          * !TIMEOUT                                      |           | [] [MX_UNTOLD, SPF_UNTOLD]
          CNAME mail.example.com                          |           | [] [ALIAS, MX_MISSING, SPF_MISSING]
          EU                                              |           | [eu-west-1] [SPF_MISSING]
          EU / SPF / TXT "v=spf1 -all"                    |           | [eu-west-1] [SPF_SEVERAL]
          EU / TXT "v=spf1 include: amazonses.com ~all"   |           | [eu-west-1] [SPF_BROKEN]
          EU / TXT "v=spf1 include=amazonses.com ~all"    |           | [eu-west-1] [SPF_WITHOUT_SES]
          EU / TXT "v=spf1 ~all include:amazonses.com"    |           | [eu-west-1] [SPF_WITHOUT_SES]
          EU / TXT "v=spf1 redirect=_spf.example.com"     |           | [eu-west-1] []
          EU / TXT "v=spf1 mx -all"                       |           | [eu-west-1] [SPF_WITHOUT_SES]
          EU / TXT "v=spf1 include:down.example.com -all" |           | [eu-west-1] [SPF_UNTOLD]
          EU / TXT !LAME                                  |           | [eu-west-1] [SPF_UNTOLD]
          """)
  void whatAmazonSesFindsThere(String records, String expected, String told) {
    String[] lines = records.split(" / ");
    for (int i = 0; i < lines.length; i++) {
      lines[i] = NAME + " " + record(lines[i]);
    }
    Set<String> regions = expected == null ? Set.of() : new TreeSet<>(Set.of(expected.split(" ")));
    CustomMailFrom found =
        CustomMailFrom.of(NAME, regions, Zone.of(WORLD, String.join("\n", lines)));
    assertEquals(told, found.regions() + " " + found.faults());
    assertEquals(!told.startsWith("[]"), found.isMeant());
  }

  private static String record(String word) {
    return switch (word) {
      case "EU" -> EU;
      case "US" -> US;
      case "SPF" -> SPF;
      default -> word;
    };
  }
}
