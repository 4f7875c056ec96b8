package dmarcreports.analysis.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.dns.Shown;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is advised and what DNS shows are compared by what they mean. */
class PublishedTextTest {
  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v=DMARC1; p=none | v=DMARC1;p=none; | THERE",
        "v=DMARC1; p=none; aspf=r | v=DMARC1; aspf=r; p=none | THERE",
        "v=DMARC1; p=none | v=DMARC1; p=reject | OTHERWISE",
        "v=DMARC1; p=none | some other text | NOT_THERE",
        "v=spf1 -all | v=spf1  -all | THERE",
        "v=spf1 a mx -all | v=spf1 mx a -all | OTHERWISE",
        "v=spf1 -all | verification=123 | NOT_THERE",
      })
  void byWhatTheyMean(String advised, String shown, Presence presence) {
    assertEquals(presence, PublishedText.presence(advised, List.of(shown)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "b.example.com MX 10 feedback-smtp.REGION.amazonses.com."
            + " | b.example.com MX 10 feedback-smtp.eu-west-1.amazonses.com. | THERE",
        "b.example.com MX 10 feedback-smtp.REGION.amazonses.com."
            + " | b.example.com MX 10 mail.example.com. | OTHERWISE",
        "b.example.com MX 10 feedback-smtp.REGION.amazonses.com. | b.example.com MX - | NOT_THERE",
        "b.example.com MX 10 feedback-smtp.REGION.amazonses.com."
            + " | b.example.com MX !SERVFAIL | UNTOLD",
      })
  void aWordOfTheOwnersIsAnyWord(String advised, String shown, Presence presence) {
    String[] owner = advised.split(" ", 2);
    DnsRecord record = new DnsRecord(owner[0] + ". " + owner[1], List.of("REGION"));
    assertEquals(presence, AdvisedRecord.of(record).orElseThrow().presence(Shown.of(shown)));
  }
}
