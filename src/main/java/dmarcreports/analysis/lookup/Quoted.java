package dmarcreports.analysis.lookup;

import dmarcreports.dns.ResourceRecord;
import java.util.ArrayList;
import java.util.List;

/** Text as a master file has it, in strings that are not too long. */
final class Quoted {
  /** No string of a TXT record is longer; receivers join the strings without a blank. */
  private static final int MOST_CHARACTERS = 255;

  private Quoted() {}

  /** A piece of a record, with what cannot be printed escaped, and no quotation marks around it. */
  static String piece(String text) {
    String quoted = new ResourceRecord.Text(List.of(text)).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  static String text(String text) {
    List<String> strings = new ArrayList<>();
    for (int from = 0; from == 0 || from < text.length(); from += MOST_CHARACTERS) {
      strings.add(text.substring(from, Math.min(text.length(), from + MOST_CHARACTERS)));
    }
    return new ResourceRecord.Text(strings).toString();
  }
}
