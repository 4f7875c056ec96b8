package dmarcreports.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a report in which generators forgot to escape: a bare {@code &} and a {@code <} that
 * begins no element of the format become text, control characters become U+FFFD.
 */
final class Repair {
  private static final String ELEMENTS =
      "feedback|version|report_metadata|org_name|email|extra_contact_info|report_id|date_range|begin"
          + "|end|error|generator|policy_published|domain|discovery_method|p|sp|np|adkim|aspf|pct|fo"
          + "|testing|t|rf|ri|rua|ruf|v|psd|extension|extensions|version_published|record|row"
          + "|source_ip|count|policy_evaluated|disposition|dkim|spf|reason|type|comment|identifiers"
          + "|identities|header_from|envelope_from|envelope_to|auth_results|selector|result"
          + "|human_result|scope";
  private static final Pattern TROUBLE =
      Pattern.compile(
          "&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)"
              + "|<(?!/?(?:[A-Za-z_][A-Za-z0-9_.-]{0,40}:)?(?:"
              + ELEMENTS
              + ")[\\s/>]|!--|!\\[CDATA\\[|\\?)"
              + "|[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private static final Pattern DOCTYPE =
      Pattern.compile("<!DOCTYPE(?!\\s+html\\b)", Pattern.CASE_INSENSITIVE);

  private Repair() {}

  /** Whether there is, anywhere, what looks like a DOCTYPE that is not the one of HTML. */
  static boolean holdsDoctype(String text) {
    return DOCTYPE.matcher(text).find();
  }

  /** The mended text; the same text where there is nothing to mend. */
  static String mend(String text) {
    Matcher trouble = TROUBLE.matcher(text);
    return trouble.replaceAll(
        found ->
            switch (found.group().charAt(0)) {
              case '&' -> "&amp;";
              case '<' -> "&lt;";
              default -> "\uFFFD";
            });
  }

  /** The text with one layer of escaping taken off. */
  static String unescape(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
