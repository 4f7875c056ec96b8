package dmarcreports.report.header;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time in a field (RFC 5322, 3.3). */
final class MailDate {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[A-Za-z]{3},\\s*)?(\\d{1,2})\\s+([A-Za-z]{3})\\s+(\\d{4})\\s+(\\d{2}:\\d{2})"
              + "(:\\d{2})?\\s+([+-]\\d{4}|GMT|UT)\\s*");

  private MailDate() {}

  /** Empty where it is none; the day of the week is not believed. */
  static Optional<Instant> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String month = parts.group(2);
    String plain =
        String.join(
            " ",
            parts.group(1),
            month.substring(0, 1).toUpperCase(Locale.ROOT)
                + month.substring(1).toLowerCase(Locale.ROOT),
            parts.group(3),
            parts.group(4) + (parts.group(5) == null ? ":00" : parts.group(5)),
            parts.group(6).equals("UT") ? "GMT" : parts.group(6));
    try {
      return Optional.of(
          ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
