package dmarcreports.dns;

import dmarcreports.dns.TagFault.Defect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of tags: {@code name=value; name=value} (RFC 6376, 3.2), read as far as it can be.
 *
 * @param written all that are tags, in order
 * @param faults what is no tag, and tags that are there more than once, by place
 */
public record RecordTags(List<Written> written, List<TagFault> faults) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final String BLANKS = " \t\r\n";

  /**
   * A tag as it is written.
   *
   * @param name in lower case
   * @param place where its name begins
   * @param value without the blanks around it
   * @param valuePlace where its value begins
   */
  public record Written(String name, int place, String value, int valuePlace) {
    /** A fault of this tag's value. */
    public TagFault fault(Defect defect) {
      return new TagFault(defect, valuePlace, name, value);
    }
  }

  /** Keeps its own copies. */
  public RecordTags {
    written = List.copyOf(written);
    faults = List.copyOf(faults);
  }

  /** The tags of a text. */
  public static RecordTags parse(String text) {
    List<Written> written = new ArrayList<>();
    List<TagFault> faults = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int semicolon = text.indexOf(';', from);
      int to = semicolon < 0 ? text.length() : semicolon;
      read(text, from, to, written, faults);
      from = to + 1;
    }
    Set<String> names = new HashSet<>();
    for (Written tag : written) {
      if (!names.add(tag.name)) {
        faults.add(new TagFault(Defect.DUPLICATE_TAG, tag.place, tag.name, tag.value));
      }
    }
    return new RecordTags(written, faults.stream().sorted().toList());
  }

  /** The first of each name. */
  public Map<String, Written> byName() {
    Map<String, Written> first = new LinkedHashMap<>();
    written.forEach(tag -> first.putIfAbsent(tag.name, tag));
    return first;
  }

  private static void read(
      String text, int from, int to, List<Written> written, List<TagFault> faults) {
    int begin = begin(text, from, to);
    int end = end(text, begin, to);
    if (begin == end) {
      boolean last = to == text.length();
      if (!last) {
        faults.add(new TagFault(Defect.EMPTY_TAG, from, "", ""));
      }
      return;
    }
    String words = text.substring(begin, end);
    int sign = words.indexOf('=');
    if (sign < 0) {
      faults.add(new TagFault(Defect.NO_EQUALS, begin, "", words));
      return;
    }
    String name = words.substring(0, end(words, 0, sign));
    if (!NAME.matcher(name).matches()) {
      faults.add(new TagFault(Defect.BAD_NAME, begin, "", name));
      return;
    }
    int valueBegin = begin(text, begin + sign + 1, end);
    Written tag =
        new Written(
            name.toLowerCase(Locale.ROOT), begin, text.substring(valueBegin, end), valueBegin);
    written.add(tag);
    if (tag.value.isEmpty()) {
      faults.add(tag.fault(Defect.EMPTY_VALUE));
    }
    badCharacter(tag).ifPresent(faults::add);
  }

  private static Optional<TagFault> badCharacter(Written tag) {
    for (int i = 0; i < tag.value.length(); i++) {
      char c = tag.value.charAt(i);
      if ((c < ' ' || c > '~') && BLANKS.indexOf(c) < 0) {
        return Optional.of(
            new TagFault(
                Defect.BAD_CHARACTER, tag.valuePlace + i, tag.name, tag.value.substring(i, i + 1)));
      }
    }
    return Optional.empty();
  }

  private static int begin(String text, int from, int to) {
    int begin = from;
    while (begin < to && BLANKS.indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    return begin;
  }

  private static int end(String text, int from, int to) {
    int end = to;
    while (end > from && BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
