package dmarcreports.dns.ses;

import dmarcreports.dns.ResourceRecord;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.dns.dkim.DkimKeyLookup;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A key that Amazon SES keeps, and an alias of the domain leads to.
 *
 * @param alias the record of the domain
 * @param token which key it leads to
 * @param region whose key it is, where the target names a region
 * @param likeness how the token is to the selector
 * @param appended what stands behind the name of Amazon in the target: the domain itself, where the
 *     dot at the end was forgotten; empty where nothing does
 */
public record EasyDkim(
    ResourceRecord alias,
    String token,
    Optional<String> region,
    TokenLikeness likeness,
    Optional<String> appended) {
  /** How the token of a target is to the selector: they should be the same. */
  public enum TokenLikeness {
    SAME,
    /** One is the beginning of the other. */
    CUT,
    /** As long, and a few letters are others. */
    MISTYPED,
    OTHER
  }

  private static final Pattern TARGET =
      Pattern.compile("([^.]+)\\.dkim\\.(?:([a-z0-9-]+)\\.)?amazonses\\.com(?:\\.(.+))?");

  private static final int MAX_MISTYPED = 3;

  /** The alias of a selector, where it leads to Amazon SES, whether or not there is a key. */
  public static Optional<EasyDkim> of(DkimKeyLookup lookup) {
    return lookup.answer().aliases().stream()
        .findFirst()
        .flatMap(alias -> of(lookup.selector(), alias));
  }

  private static Optional<EasyDkim> of(String selector, ResourceRecord alias) {
    Matcher target =
        TARGET.matcher(alias.data() instanceof Pointer pointer ? pointer.target() : "");
    return target.matches()
        ? Optional.of(
            new EasyDkim(
                alias,
                target.group(1),
                Optional.ofNullable(target.group(2)),
                likeness(target.group(1), selector),
                Optional.ofNullable(target.group(3))))
        : Optional.empty();
  }

  private static TokenLikeness likeness(String token, String selector) {
    if (token.equalsIgnoreCase(selector)) {
      return TokenLikeness.SAME;
    }
    int common = Math.min(token.length(), selector.length());
    if (token.length() != selector.length()) {
      return token.regionMatches(true, 0, selector, 0, common)
          ? TokenLikeness.CUT
          : TokenLikeness.OTHER;
    }
    String other = selector.toLowerCase(Locale.ROOT);
    long differing =
        IntStream.range(0, common).filter(i -> token.charAt(i) != other.charAt(i)).count();
    return differing <= MAX_MISTYPED ? TokenLikeness.MISTYPED : TokenLikeness.OTHER;
  }
}
