package dmarcreports.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * One field of a header (RFC 5322, 2.2).
 *
 * @param name in lower case
 * @param body unfolded, as UTF-8; hostile text
 */
record HeaderField(String name, String body) {
  private static final Pattern FOLDS = Pattern.compile("\\r?\\n(?=[ \\t])");

  static HeaderField of(Field field) {
    ByteSequence raw = field.getRaw();
    String text =
        raw == null
            ? field.getName() + ":" + field.getBody()
            : new String(raw.toByteArray(), StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    return new HeaderField(
        String.valueOf(field.getName()).strip().toLowerCase(Locale.ROOT),
        FOLDS.matcher(text.substring(colon + 1)).replaceAll("").strip());
  }
}
