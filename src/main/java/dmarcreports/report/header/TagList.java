package dmarcreports.report.header;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A list of tags with their values (RFC 6376, 3.2). */
final class TagList {
  private static final int MOST = 200;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> repeated = new TreeSet<>();
  private boolean broken;

  private TagList() {}

  /** What can be read of it; the first of several values of one tag counts. */
  static TagList parse(String body) {
    TagList tags = new TagList();
    for (String part : body.split(";", MOST)) {
      int sign = part.indexOf('=');
      String name = sign < 0 ? "" : part.substring(0, sign).strip();
      if (sign < 0 || name.isEmpty()) {
        tags.broken |= !part.isBlank();
      } else if (tags.values.putIfAbsent(name, part.substring(sign + 1).strip()) != null) {
        tags.repeated.add(name);
      }
    }
    return tags;
  }

  Optional<String> get(String tag) {
    return Optional.ofNullable(values.get(tag));
  }

  /** Without the blanks that a value may be folded at. */
  Optional<String> unfolded(String tag) {
    return get(tag).map(value -> value.replaceAll("\\s+", ""));
  }

  /** Tags that stand there more than once: the whole list is invalid then. */
  Set<String> repeated() {
    return repeated;
  }

  /** Whether something in it is no tag. */
  boolean isBroken() {
    return broken;
  }
}
