package dmarcreports.analysis.lookup;

import dmarcreports.report.DomainName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in DNS by which Amazon SES is known. */
final class SesNames {
  static final DomainName SES = new DomainName("amazonses.com");

  /** Where the bare name is the return path. */
  private static final String FIRST_REGION = "us-east-1";

  private static final String REGION = "([a-z]{2}(?:-[a-z]+)+-[0-9]{1,2})";
  private static final Pattern DEFAULT_PATH = Pattern.compile(REGION + "\\.amazonses\\.com");

  private SesNames() {}

  /** Whether a name in a record is one of Amazon SES. */
  static boolean isSes(String name) {
    return DomainName.parse(name).filter(parsed -> parsed.isAtOrBelow(SES)).isPresent();
  }

  /** The region whose own return path a name is. */
  static Optional<String> regionOfDefaultPath(DomainName name) {
    return name.equals(SES) ? Optional.of(FIRST_REGION) : region(DEFAULT_PATH, name.text());
  }

  private static Optional<String> region(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
