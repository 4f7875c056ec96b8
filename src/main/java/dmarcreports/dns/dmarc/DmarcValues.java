package dmarcreports.dns.dmarc;

import dmarcreports.dns.RecordTags;
import dmarcreports.dns.RecordTags.Written;
import dmarcreports.dns.TagFault;
import dmarcreports.dns.TagFault.Defect;
import dmarcreports.report.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What the tags of a DMARC record may say (RFC 9989, 4.8), and what is wrong where they do not. */
final class DmarcValues {
  private static final int WHOLE = 100;
  private static final long MAX_SECONDS = 0xffff_ffffL;
  private static final List<String> FAILURES = List.of("0", "1", "d", "s");
  private static final List<String> FORMATS = List.of("afrf", "iodef");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Map<DmarcTag, Written> said;
  private final List<TagFault> faults;
  private final String text;

  private DmarcValues(String text, RecordTags tags) {
    this.text = text;
    this.faults = new ArrayList<>(tags.faults());
    this.said = known(tags);
    for (Written tag : tags.byName().values()) {
      if (DmarcTag.named(tag.name()).isEmpty()) {
        faults.add(new TagFault(Defect.UNKNOWN_TAG, tag.place(), tag.name(), tag.value()));
      }
    }
  }

  /** The tags that are known, each where it is first written. */
  static Map<DmarcTag, Written> known(RecordTags tags) {
    Map<DmarcTag, Written> known = new EnumMap<>(DmarcTag.class);
    tags.byName()
        .forEach((name, tag) -> DmarcTag.named(name).ifPresent(one -> known.put(one, tag)));
    return known;
  }

  /** All that is wrong with a record of these tags, by place. */
  static List<TagFault> faults(String text, RecordTags tags) {
    DmarcValues values = new DmarcValues(text, tags);
    values.said.forEach(values::judge);
    values.judgeTogether(tags);
    return values.faults.stream().sorted().toList();
  }

  /** The policy of that word, which is in lower case. */
  static Optional<Policy> policy(String word) {
    return switch (word) {
      case "none" -> Optional.of(Policy.NONE);
      case "quarantine" -> Optional.of(Policy.QUARANTINE);
      case "reject" -> Optional.of(Policy.REJECT);
      default -> Optional.empty();
    };
  }

  /** A number from 0 to 100. */
  static OptionalInt percent(String value) {
    return isUpTo(value, WHOLE) ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
  }

  private void judge(DmarcTag tag, Written written) {
    String value = written.value().toLowerCase(Locale.ROOT);
    if (tag.isRemoved()) {
      faults.add(
          new TagFault(Defect.REMOVED_TAG, written.place(), written.name(), written.value()));
    }
    if (value.isEmpty()) {
      return;
    }
    boolean good =
        switch (tag) {
          case V, RUA, RUF -> true;
          case P, SP, NP -> policy(value).isPresent();
          case ADKIM, ASPF -> isOneOf(value, "rs");
          case T -> isOneOf(value, "yn");
          case PSD -> isOneOf(value, "ynu");
          case FO -> isListOf(value, FAILURES);
          case RF -> isListOf(value, FORMATS);
          case PCT, RI -> NUMBER.matcher(value).matches();
        };
    if (!good) {
      faults.add(written.fault(Defect.BAD_VALUE));
    } else if (tag == DmarcTag.PCT && !isUpTo(value, WHOLE)
        || tag == DmarcTag.RI && !isUpTo(value, MAX_SECONDS)) {
      faults.add(written.fault(Defect.OUT_OF_RANGE));
    } else if (tag == DmarcTag.FO && value.contains("0") && value.contains("1")) {
      faults.add(written.fault(Defect.CONTRADICTION));
    }
  }

  private void judgeTogether(RecordTags tags) {
    Written p = said.get(DmarcTag.P);
    if (p == null) {
      faults.add(new TagFault(Defect.MISSING_TAG, text.length(), DmarcTag.P.text(), ""));
    } else if (tags.written().indexOf(p) > 1) { // RFC 7489, 6.3: right after the version
      faults.add(new TagFault(Defect.MISPLACED_TAG, p.place(), p.name(), p.value()));
    }
    Written fo = said.get(DmarcTag.FO);
    if (fo != null && !said.containsKey(DmarcTag.RUF)) {
      faults.add(new TagFault(Defect.IDLE_TAG, fo.place(), fo.name(), fo.value()));
    }
  }

  private static boolean isListOf(String value, List<String> words) {
    return Arrays.stream(value.split(":", -1)).map(String::strip).allMatch(words::contains);
  }

  private static boolean isOneOf(String value, String letters) {
    return value.length() == 1 && letters.contains(value);
  }

  private static boolean isUpTo(String value, long most) {
    return NUMBER.matcher(value).matches() && Long.parseLong(value) <= most;
  }
}
