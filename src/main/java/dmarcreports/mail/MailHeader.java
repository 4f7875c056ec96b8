package dmarcreports.mail;

import dmarcreports.report.CarryingMail;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/** What is kept of the header of a mail: the first of each field, as it stands there. */
final class MailHeader {
  private static final String AUTHENTICATION = "authentication-results";
  private static final Set<String> KEPT = Set.of("from", "date", "message-id", AUTHENTICATION);

  private static final Pattern FOLDS = Pattern.compile("[\\r\\n]+[ \\t]*");

  private final Map<String, String> fields = new HashMap<>();

  /** Takes in one field. */
  void add(Field field) {
    String name = String.valueOf(field.getName()).strip().toLowerCase(Locale.ROOT);
    ByteSequence raw = field.getRaw();
    if (raw != null && KEPT.contains(name) && !fields.containsKey(name)) {
      fields.put(name, body(raw));
    }
  }

  private static String body(ByteSequence raw) {
    int start = 0;
    while (start < raw.length() && raw.byteAt(start) != ':') {
      start++;
    }
    int from = Math.min(start + 1, raw.length());
    byte[] bytes = new byte[Math.min(raw.length() - from, CarryingMail.MOST)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = raw.byteAt(from + i);
    }
    String folded = new String(bytes, StandardCharsets.UTF_8);
    return FOLDS.matcher(folded).replaceAll(" ").strip();
  }

  /** The mail as whoever asks later is told of it. */
  CarryingMail mail() {
    return new CarryingMail(
        Optional.ofNullable(fields.get("from")),
        Optional.ofNullable(fields.get("date")),
        Optional.ofNullable(fields.get("message-id")),
        Optional.ofNullable(fields.get(AUTHENTICATION)));
  }
}
