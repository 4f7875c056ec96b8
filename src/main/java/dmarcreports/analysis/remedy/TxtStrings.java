package dmarcreports.analysis.remedy;

import dmarcreports.dns.ResourceRecord.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The strings of a TXT record. None is longer than 255 bytes (RFC 1035, 3.3); receivers join them
 * without a blank.
 */
final class TxtStrings {
  private static final int MOST_CHARACTERS = 255;

  private TxtStrings() {}

  /** A text in master-file form, cut behind a blank where it has one. */
  static String of(String text) {
    List<String> strings = new ArrayList<>();
    String rest = text;
    while (rest.length() > MOST_CHARACTERS) {
      int blank = rest.lastIndexOf(' ', MOST_CHARACTERS - 1);
      int end = blank < 0 ? MOST_CHARACTERS : blank + 1;
      strings.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    strings.add(rest);
    return quoted(strings);
  }

  /** Strings in master-file form. */
  static String quoted(List<String> strings) {
    return new Text(strings).toString();
  }
}
