package dmarcreports.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that may end in a command to copy.
 *
 * @param before all of it where there is none
 * @param command empty where there is none
 * @param after what stands in brackets behind the command
 */
record Command(String before, String command, String after) {
  private static final Pattern END =
      Pattern.compile("(.*: )((?:aws|dig) (?:(?!\\. | \\().)*?)( \\(.*\\))?");

  static Command endOf(String sentence) {
    Matcher parts = END.matcher(sentence);
    return parts.matches()
        ? new Command(
            parts.group(1).strip(), parts.group(2), parts.group(3) == null ? "" : parts.group(3))
        : new Command(sentence, "", "");
  }
}
