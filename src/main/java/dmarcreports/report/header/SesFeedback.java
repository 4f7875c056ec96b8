package dmarcreports.report.header;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Amazon SES writes into the Feedback-ID of each mail: {@code 1.REGION.ACCOUNT:AmazonSES}.
 *
 * @param account as Amazon SES writes it there: no account number, but the same in all mail of one
 *     account
 */
public record SesFeedback(String region, String account) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:.*:)?1\\.([a-z]{2}(?:-[a-z]{2,12}){1,2}-[0-9]{1,2})\\.([^:\\s]+):AmazonSES");

  private static final int MOST = 1024;

  /** Reads the body of a field; empty where Amazon SES did not write it. */
  public static Optional<SesFeedback> parse(String body) {
    String text = body.strip();
    Matcher parts = FORM.matcher(text.length() > MOST ? "" : text);
    return parts.matches()
        ? Optional.of(new SesFeedback(parts.group(1), parts.group(2)))
        : Optional.empty();
  }
}
