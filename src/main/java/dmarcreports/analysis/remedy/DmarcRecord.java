package dmarcreports.analysis.remedy;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A DMARC record, as far as reports show it. They do not show {@code rua} and {@code ruf}: what
 * stands for the first keeps its place.
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
  private static final String NOT_SHOWN = "PRESENT-VALUE";
  private static final int WHOLE = 100;

  private final DomainName domain;
  private final Map<Tag, String> tags;

  private DmarcRecord(DomainName domain, Map<Tag, String> tags) {
    this.domain = domain;
    this.tags = tags;
  }

  /** The record that a receiver found; tags that say no more than their default are left out. */
  static DmarcRecord of(PolicyPublished policy) {
    Map<Tag, String> tags = new EnumMap<>(Tag.class);
    tags.put(Tag.P, policy.p().map(DmarcRecord::word).orElse(NOT_SHOWN));
    policy.sp().ifPresent(sp -> tags.put(Tag.SP, word(sp)));
    policy.np().ifPresent(np -> tags.put(Tag.NP, word(np)));
    policy.adkim().ifPresent(mode -> tags.put(Tag.ADKIM, letter(mode)));
    policy.aspf().ifPresent(mode -> tags.put(Tag.ASPF, letter(mode)));
    policy
        .pct()
        .filter(pct -> pct < WHOLE)
        .ifPresent(pct -> tags.put(Tag.PCT, Integer.toString(pct)));
    policy.testing().filter(testing -> testing).ifPresent(testing -> tags.put(Tag.T, "y"));
    policy
        .fo()
        .filter(fo -> FO.matcher(fo).matches() && !fo.equals("0"))
        .ifPresent(fo -> tags.put(Tag.FO, fo));
    tags.put(Tag.RUA, NOT_SHOWN);
    return new DmarcRecord(policy.domain(), tags);
  }

  /** The same with that tag, and all else as it is. */
  DmarcRecord with(Tag tag, String value) {
    Map<Tag, String> changed = new EnumMap<>(tags);
    changed.put(tag, value);
    return new DmarcRecord(domain, changed);
  }

  /** The same without that tag. */
  DmarcRecord without(Tag tag) {
    Map<Tag, String> changed = new EnumMap<>(tags);
    changed.remove(tag);
    return new DmarcRecord(domain, changed);
  }

  /** Where it lies, without the dot at its end. */
  static String name(DomainName domain) {
    return "_dmarc." + domain;
  }

  /** In master-file form. */
  DnsRecord dnsRecord() {
    return DnsRecord.of(
        name(domain)
            + ". TXT \"v=DMARC1; "
            + tags.entrySet().stream()
                .map(t -> text(t.getKey(), t.getValue()))
                .collect(Collectors.joining("; "))
            + "\"",
        NOT_SHOWN);
  }

  /** A tag as it is written: {@code p=reject}. */
  static String text(Tag tag, String value) {
    return tag.name().toLowerCase(Locale.ROOT) + "=" + value;
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
