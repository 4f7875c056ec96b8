package dmarcreports.output;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.output.html.LetterHtml;
import dmarcreports.output.page.Night;
import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.text.Digest;
import dmarcreports.output.text.Letter;
import dmarcreports.output.text.Letters;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A letter of a night, written: what a mail is made of.
 *
 * @param topic the domain that it is about; empty where it is not about one alone
 * @param subject one line
 * @param text in plain text
 * @param html the same as a page
 */
public record WrittenLetter(Optional<DomainName> topic, String subject, String text, String html) {
  /**
   * All letters of a night.
   *
   * @param attached whether the page goes with them
   */
  public static List<WrittenLetter> all(Digest digest, boolean attached) {
    return Letters.of(digest, attached).stream().map(one -> of(one, digest.night())).toList();
  }

  private static WrittenLetter of(Letter letter, Night night) {
    return new WrittenLetter(
        letter.topic(),
        Glue.undone(Inert.line(letter.subject())),
        letter.text(),
        LetterHtml.of(letter, passRate(letter, night)));
  }

  private static OptionalDouble passRate(Letter letter, Night night) {
    return letter
        .topic()
        .flatMap(
            topic ->
                night.findings().analysis().domains().stream()
                    .filter(domain -> domain.domain().equals(topic))
                    .map(DomainFindings::tally)
                    .findFirst())
        .orElse(night.arrived())
        .passRate();
  }
}
