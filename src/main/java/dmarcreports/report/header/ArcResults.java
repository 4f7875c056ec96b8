package dmarcreports.report.header;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who passed a mail on claims to have found when it came in, in an
 * ARC-Authentication-Results field (RFC 8617, 4.1.1).
 *
 * @param instance its place in the chain, from 1; 0 where the field does not say
 */
public record ArcResults(int instance, AuthenticationResults results) {
  private static final Pattern INSTANCE = Pattern.compile("\\s*i\\s*=\\s*([0-9]{1,3})\\s*;");

  /** Reads the body of a field. */
  public static ArcResults parse(String body) {
    Matcher instance = INSTANCE.matcher(body);
    Optional<String> number =
        instance.lookingAt() ? Optional.of(instance.group(1)) : Optional.empty();
    String rest = number.isPresent() ? body.substring(instance.end()) : body;
    return new ArcResults(
        number.map(Integer::parseInt).orElse(0), AuthenticationResults.parse(rest));
  }
}
