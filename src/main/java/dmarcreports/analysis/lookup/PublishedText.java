package dmarcreports.analysis.lookup;

import dmarcreports.dns.RecordTags;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts that say the same to receivers, however they are written. */
final class PublishedText {
  private static final String SPF = "v=spf1";
  private static final String DMARC = "v=dmarc1";

  private PublishedText() {}

  /** Whether a text is among those that were found, or another one of its kind. */
  static Presence presence(String advised, List<String> found) {
    List<String> alike = found.stream().filter(text -> kind(text).equals(kind(advised))).toList();
    if (alike.isEmpty()) {
      return Presence.NOT_THERE;
    }
    return alike.size() == 1 && said(alike.get(0)).equals(said(advised))
        ? Presence.THERE
        : Presence.OTHERWISE;
  }

  private static String kind(String text) {
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith(SPF)) {
      return SPF;
    }
    return start.startsWith(DMARC) ? DMARC : "";
  }

  /** What it says, without what makes no difference. */
  private static Object said(String text) {
    return switch (kind(text)) {
      case DMARC -> tags(text);
      case SPF -> Arrays.asList(text.strip().split(" +"));
      default -> text;
    };
  }

  private static Set<String> tags(String text) {
    return RecordTags.parse(text).written().stream()
        .map(tag -> tag.name() + "=" + tag.value())
        .collect(Collectors.toSet());
  }
}
