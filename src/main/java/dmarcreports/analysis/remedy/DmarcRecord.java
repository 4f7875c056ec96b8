package dmarcreports.analysis.remedy;

import dmarcreports.dns.RecordTags;
import dmarcreports.dns.TagFault.Defect;
import dmarcreports.dns.dmarc.DmarcLookup;
import dmarcreports.dns.dmarc.PublishedDmarc;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A DMARC record: the whole of it where DNS has shown it, else as far as reports do. They do not
 * show {@code rua} and {@code ruf}: what stands for the first keeps its place.
 */
final class DmarcRecord {
  /** The tags, in the order in which they are written. */
  enum Tag {
    P,
    SP,
    NP,
    ADKIM,
    ASPF,
    PCT,
    T,
    FO,
    RUA
  }

  private static final Pattern FO = Pattern.compile("[01ds](?::[01ds]){0,3}");
  private static final Set<Defect> HARMLESS =
      EnumSet.of(Defect.EMPTY_TAG, Defect.UNKNOWN_TAG, Defect.REMOVED_TAG, Defect.IDLE_TAG);
  private static final String NOT_SHOWN = "PRESENT-VALUE";
  private static final int WHOLE = 100;

  private final DomainName domain;
  private final List<Written> tags;

  private DmarcRecord(DomainName domain, List<Written> tags) {
    this.domain = domain;
    this.tags = tags;
  }

  /** A tag as it stands in the record. */
  private record Written(String name, String value) {
    boolean is(Tag tag) {
      return name.equals(word(tag));
    }

    /** Whether it belongs behind that one. */
    boolean follows(Tag tag) {
      return Stream.of(Tag.values()).anyMatch(t -> is(t) && t.compareTo(tag) > 0);
    }
  }

  /** The whole record where DNS has shown it, else as a receiver found it. */
  static DmarcRecord of(Situation situation) {
    return DmarcLookup.of(situation.policyDomain(), situation.dns())
        .record()
        .filter(DmarcRecord::isSound)
        .map(record -> published(situation.policyDomain(), record.text()))
        .orElseGet(() -> reported(situation.policy()));
  }

  /** Whether receivers read it as it stands, and so do we. */
  private static boolean isSound(PublishedDmarc record) {
    return record.use() == PublishedDmarc.Use.AS_PUBLISHED
        && record.faults().stream().allMatch(fault -> HARMLESS.contains(fault.defect()));
  }

  private static DmarcRecord published(DomainName domain, String text) {
    List<Written> tags =
        RecordTags.parse(text).written().stream()
            .skip(1)
            .map(tag -> new Written(tag.name(), tag.value()))
            .toList();
    return new DmarcRecord(domain, tags);
  }

  /** Tags that say no more than their default are left out. */
  private static DmarcRecord reported(PolicyPublished policy) {
    List<Written> tags = new ArrayList<>();
    add(tags, Tag.P, Optional.of(policy.p().map(DmarcRecord::word).orElse(NOT_SHOWN)));
    add(tags, Tag.SP, policy.sp().map(DmarcRecord::word));
    add(tags, Tag.NP, policy.np().map(DmarcRecord::word));
    add(tags, Tag.ADKIM, policy.adkim().map(DmarcRecord::letter));
    add(tags, Tag.ASPF, policy.aspf().map(DmarcRecord::letter));
    add(tags, Tag.PCT, policy.pct().filter(pct -> pct < WHOLE).map(Object::toString));
    add(tags, Tag.T, policy.testing().filter(testing -> testing).map(testing -> "y"));
    add(tags, Tag.FO, policy.fo().filter(fo -> FO.matcher(fo).matches() && !fo.equals("0")));
    add(tags, Tag.RUA, Optional.of(NOT_SHOWN));
    return new DmarcRecord(policy.domain(), tags);
  }

  private static void add(List<Written> tags, Tag tag, Optional<String> value) {
    value.ifPresent(v -> tags.add(new Written(word(tag), v)));
  }

  /** The same with that tag, and all else as it is. */
  DmarcRecord with(Tag tag, String value) {
    List<Written> changed = new ArrayList<>(tags);
    Written written = new Written(word(tag), value);
    int place = place(tag);
    if (place < changed.size() && changed.get(place).is(tag)) {
      changed.set(place, written);
    } else {
      changed.add(place, written);
    }
    return new DmarcRecord(domain, changed);
  }

  /** The same with a policy that is at least as strict as that one. */
  DmarcRecord atLeast(Tag tag, Policy policy) {
    boolean stricter =
        tags.stream().filter(t -> t.is(tag)).anyMatch(t -> isStricter(t.value, policy));
    return stricter ? this : with(tag, word(policy));
  }

  private static boolean isStricter(String value, Policy policy) {
    return Stream.of(Policy.values())
        .anyMatch(p -> p.compareTo(policy) > 0 && word(p).equalsIgnoreCase(value));
  }

  /** Where a tag is, or where it belongs. */
  private int place(Tag tag) {
    int there = first(written -> written.is(tag));
    return there < tags.size() ? there : first(written -> written.follows(tag));
  }

  private int first(Predicate<Written> wanted) {
    int place = 0;
    while (place < tags.size() && !wanted.test(tags.get(place))) {
      place++;
    }
    return place;
  }

  /** The same without that tag. */
  DmarcRecord without(Tag tag) {
    return new DmarcRecord(domain, tags.stream().filter(t -> !t.is(tag)).toList());
  }

  /** Where it lies, without the dot at its end. */
  static String name(DomainName domain) {
    return "_dmarc." + domain;
  }

  /** In master-file form. */
  DnsRecord dnsRecord() {
    String text =
        tags.stream()
            .map(t -> t.name + "=" + t.value)
            .collect(Collectors.joining("; ", "v=DMARC1; ", ""));
    String[] unknown = text.contains(NOT_SHOWN) ? new String[] {NOT_SHOWN} : new String[0];
    return DnsRecord.of(name(domain) + ". TXT " + TxtStrings.of(text), unknown);
  }

  /** A tag as it is written: {@code p=reject}. */
  static String text(Tag tag, String value) {
    return word(tag) + "=" + value;
  }

  private static String word(Tag tag) {
    return tag.name().toLowerCase(Locale.ROOT);
  }

  static String word(Policy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }

  private static String letter(AlignmentMode mode) {
    return switch (mode) {
      case RELAXED -> "r";
      case STRICT -> "s";
    };
  }
}
