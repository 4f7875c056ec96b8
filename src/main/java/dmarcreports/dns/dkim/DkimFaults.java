package dmarcreports.dns.dkim;

import dmarcreports.dns.RecordTags;
import dmarcreports.dns.RecordTags.Written;
import dmarcreports.dns.TagFault;
import dmarcreports.dns.TagFault.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with the tags of a key record (RFC 6376, 3.6.1). */
final class DkimFaults {
  private static final Set<String> KNOWN = Set.of("v", "g", "h", "k", "n", "p", "s", "t");
  private static final String OBSOLETE = "g";
  private static final Pattern NO_BASE64 = Pattern.compile("[^A-Za-z0-9+/= \\t\\r\\n]");

  private DkimFaults() {}

  /** All of them, by place. */
  static List<TagFault> of(RecordTags tags, Map<String, Written> said) {
    List<TagFault> faults = new ArrayList<>(tags.faults());
    faults.removeIf(f -> f.defect() == Defect.EMPTY_VALUE && f.tag().equals("p")); // revoked
    for (Written tag : said.values()) {
      boolean first = tags.written().get(0).equals(tag);
      if (!KNOWN.contains(tag.name())) {
        faults.add(new TagFault(Defect.UNKNOWN_TAG, tag.place(), tag.name(), tag.value()));
      } else if (tag.name().equals(OBSOLETE)) {
        faults.add(new TagFault(Defect.REMOVED_TAG, tag.place(), tag.name(), tag.value()));
      } else if (tag.name().equals("v") && !first) {
        faults.add(new TagFault(Defect.MISPLACED_TAG, tag.place(), tag.name(), tag.value()));
      }
    }
    badBase64(said.get("p")).ifPresent(faults::add);
    return faults.stream().sorted().toList();
  }

  private static Optional<TagFault> badBase64(@Nullable Written p) {
    Matcher bad = NO_BASE64.matcher(p == null ? "" : p.value());
    return p != null && bad.find()
        ? Optional.of(
            new TagFault(Defect.BAD_VALUE, p.valuePlace() + bad.start(), "p", bad.group()))
        : Optional.empty();
  }
}
