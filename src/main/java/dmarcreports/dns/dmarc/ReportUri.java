package dmarcreports.dns.dmarc;

import dmarcreports.report.DomainName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where reports are wanted: one of the URIs of {@code rua} or {@code ruf} (RFC 9989, 4.6).
 *
 * @param text as it is written, without its size
 * @param place where it begins in the record
 * @param size the most that RFC 7489 let a report have, such as {@code 10m}; RFC 9989 ignores it
 * @param address for {@code mailto}: the address, where it is one
 * @param host whose destination it is, where that can be read
 * @param problem why no report comes there
 */
public record ReportUri(
    String text,
    int place,
    Optional<String> size,
    Optional<String> address,
    Optional<DomainName> host,
    Optional<Problem> problem) {

  /** Why a URI cannot work. */
  public enum Problem {
    /** Nothing between two commas. */
    EMPTY,
    /** No scheme: an address without {@code mailto:}, or the rest of one with a plain comma. */
    NO_SCHEME,
    /** A scheme that receivers need not know; only {@code mailto} is sure. */
    OTHER_SCHEME,
    /** {@code mailto:} without an address. */
    NO_ADDRESS,
    /** What stands there as the address is none. */
    BAD_ADDRESS,
    /** An exclamation mark that does not begin a size, and should have been {@code %21}. */
    UNESCAPED_MARK,
    /** Not written as a URI is (RFC 3986). */
    NOT_A_URI
  }

  private static final Pattern SIZE = Pattern.compile("!([0-9]+[kmgtKMGT]?)$");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern LOCAL = Pattern.compile("[!-?A-~]{1,64}");
  private static final String MAILTO = "mailto";

  /** Whether it is a URI, be it one that not every receiver sends to. */
  public boolean isUri() {
    return problem.isEmpty() || problem.get() == Problem.OTHER_SCHEME;
  }

  /**
   * Those of a list, with commas between them.
   *
   * @param place where the list begins in the record
   */
  public static List<ReportUri> parseList(String list, int place) {
    List<ReportUri> uris = new ArrayList<>();
    for (int from = 0; from <= list.length(); ) {
      int comma = list.indexOf(',', from);
      int to = comma < 0 ? list.length() : comma;
      String one = list.substring(from, to);
      int blanks = one.length() - one.stripLeading().length();
      uris.add(parse(one.strip(), place + from + blanks));
      from = to + 1;
    }
    return uris;
  }

  private static ReportUri parse(String written, int place) {
    Matcher size = SIZE.matcher(written);
    boolean sized = size.find();
    String text = sized ? written.substring(0, size.start()) : written;
    ReportUri plain =
        new ReportUri(
            text,
            place,
            sized ? Optional.of(size.group(1).toLowerCase(Locale.ROOT)) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Matcher scheme = SCHEME.matcher(text);
    if (text.isEmpty()) {
      return plain.with(Problem.EMPTY);
    }
    if (!scheme.matches()) {
      return plain.with(Problem.NO_SCHEME);
    }
    if (text.indexOf('!') >= 0) {
      return plain.with(Problem.UNESCAPED_MARK);
    }
    boolean mail = scheme.group(1).equalsIgnoreCase(MAILTO);
    if (mail && scheme.group(2).isEmpty()) {
      return plain.with(Problem.NO_ADDRESS);
    }
    try {
      URI uri = URI.create(text);
      if (!uri.toASCIIString().equals(text)) {
        return plain.with(Problem.NOT_A_URI);
      }
      return mail ? plain.mailTo(uri.getSchemeSpecificPart()) : plain.elsewhere(uri);
    } catch (IllegalArgumentException notOne) {
      return plain.with(Problem.NOT_A_URI);
    }
  }

  private ReportUri with(Problem why) {
    return new ReportUri(text, place, size, address, host, Optional.of(why));
  }

  private ReportUri elsewhere(URI uri) {
    Optional<DomainName> where = Optional.ofNullable(uri.getHost()).flatMap(DomainName::parse);
    return new ReportUri(text, place, size, address, where, Optional.of(Problem.OTHER_SCHEME));
  }

  private ReportUri mailTo(String decoded) {
    int query = decoded.indexOf('?');
    String to = query < 0 ? decoded : decoded.substring(0, query);
    int at = to.lastIndexOf('@');
    if (to.isEmpty()) {
      return with(Problem.NO_ADDRESS);
    }
    Optional<DomainName> domain = DomainName.parse(to.substring(at + 1));
    if (at < 0 || !LOCAL.matcher(to.substring(0, at)).matches() || domain.isEmpty()) {
      return with(Problem.BAD_ADDRESS);
    }
    return new ReportUri(text, place, size, Optional.of(to), domain, Optional.empty());
  }
}
