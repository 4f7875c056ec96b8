package dmarcreports.report.header;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an Authentication-Results field states. */
class StatedResultsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mx.example.com; dkim=pass header.d=google.com; spf=softfail smtp.mailfrom=a@b"
            + " | Optional[mx.example.com] {dkim=[pass], spf=[softfail]}",
        "mx.example.com 1; dmarc = Pass (p=none) header.from=x; DKIM/1=FAIL; dkim=none"
            + " | Optional[mx.example.com] {dkim=[fail, none], dmarc=[pass]}",
        "mx.example.com; none | Optional[mx.example.com] {}",
        "mx.example.com; arc=pass; dkim=passed; spf=pass-ish; iprev=pass | Optional[mx.example.com] {}",
        "mx.example.com (dkim=pass; spf=pass); dmarc=fail | Optional[mx.example.com] {dmarc=[fail]}",
        "mx; dkim=fail reason=\"; spf=pass\" | Optional[mx] {dkim=[fail]}",
        "mx; dkim=fail (a \\) ; spf=pass | Optional[mx] {dkim=[fail]}",
        "dkim=pass; spf=pass | Optional.empty {spf=[pass]}",
        "mx; xdkim=pass; dkim=pass.x | Optional[mx] {}",
      })
  void states(String field, String stated) {
    StatedResults results = StatedResults.parse(field);
    assertEquals(stated, results.server() + " " + results.results());
  }

  @Test
  void neverFails() {
    Random random = new Random(11);
    String letters = "();\"\\= \tdkimspfpass/1.\u00e9\u0000";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      StatedResults.parse(text.toString());
    }
  }
}
