package dmarcreports.analysis.change;

import dmarcreports.report.DomainName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where receivers look for the key of a signature.
 *
 * @param selector empty where the reports name none; {@code SELECTOR} where what they name cannot
 *     stand in a record or a command
 * @param domain the {@code d=}
 */
public record DkimKey(Optional<String> selector, DomainName domain) {
  /** What stands for a selector that is not known. */
  public static final String SELECTOR = "SELECTOR";

  private static final String BETWEEN = "._domainkey.";
  private static final String LABEL = "[A-Za-z0-9_][A-Za-z0-9_-]{0,62}";
  private static final Pattern PLAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
  private static final Pattern EASY_DKIM_TOKEN = Pattern.compile("[a-z0-9]{32}");
  private static final int MAX_SELECTOR = 190;

  /** What {@code selector._domainkey.domain}, or the domain alone, names; empty if no domain. */
  public static Optional<DkimKey> parse(String reported) {
    int at = reported.lastIndexOf(BETWEEN);
    if (at < 0) {
      return DomainName.parse(reported).map(d -> new DkimKey(Optional.empty(), d));
    }
    String selector = reported.substring(0, at);
    boolean plain = selector.length() <= MAX_SELECTOR && PLAIN.matcher(selector).matches();
    return DomainName.parse(reported.substring(at + BETWEEN.length()))
        .map(d -> new DkimKey(Optional.of(plain ? selector : SELECTOR), d));
  }

  /** Whether the selector looks like a token of Easy DKIM. */
  public boolean isEasyDkim() {
    return selector.filter(s -> EASY_DKIM_TOKEN.matcher(s).matches()).isPresent();
  }

  /** Whether its selector is known. */
  public boolean isNamed() {
    return selector.filter(s -> !s.equals(SELECTOR)).isPresent();
  }

  /** The name of the record, without the dot at its end. */
  public String name() {
    return name(selector.orElse(SELECTOR), domain);
  }

  /** The name of the record of a selector, without the dot at its end. */
  public static String name(String selector, DomainName domain) {
    return selector + BETWEEN + domain;
  }
}
