package dmarcreports.dns.dmarc;

import dmarcreports.dns.RecordTags;
import dmarcreports.dns.RecordTags.Written;
import dmarcreports.dns.TagFault;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.Policy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A DMARC record as it is published (RFC 9989, 4.7), whatever is wrong with it. A value that is
 * none is as if it were not there (RFC 9989, 4.8).
 *
 * @param text the whole record, its strings joined
 * @param said the tags that are known, each where it is first written; in the order of the tags
 * @param faults all that is wrong, by place
 * @param rua where aggregate reports are wanted
 * @param ruf where failure reports are wanted
 */
public record PublishedDmarc(
    String text,
    Map<DmarcTag, Written> said,
    List<TagFault> faults,
    List<ReportUri> rua,
    List<ReportUri> ruf) {

  /** What receivers make of a record (RFC 9989, 4.10.1). */
  public enum Use {
    /** It is used as it stands. */
    AS_PUBLISHED,
    /** {@code p} is missing, or a policy is none; there is a {@code rua}, so {@code p=none}. */
    AS_NONE,
    /** The same, without a {@code rua} that is one: no DMARC at all. */
    NOT_AT_ALL
  }

  /** What the owner says of the place of the domain (RFC 9989, 4.7, {@code psd}). */
  public enum Psd {
    /** A public suffix. */
    YES,
    /** No public suffix, and the Organizational Domain of what lies below. */
    NO,
    /** Nothing. */
    UNSAID
  }

  /** Keeps its own copies. */
  public PublishedDmarc {
    said = Collections.unmodifiableMap(new TreeMap<>(said));
    faults = List.copyOf(faults);
    rua = List.copyOf(rua);
    ruf = List.copyOf(ruf);
  }

  /** The record of a text; empty where receivers see none in it: it does not begin as one. */
  public static Optional<PublishedDmarc> parse(String text) {
    if (!OtherText.isRecord(text)) {
      return Optional.empty();
    }
    RecordTags tags = RecordTags.parse(text);
    Map<DmarcTag, Written> said = DmarcValues.known(tags);
    return Optional.of(
        new PublishedDmarc(
            text,
            said,
            DmarcValues.faults(text, tags),
            uris(said.get(DmarcTag.RUA)),
            uris(said.get(DmarcTag.RUF))));
  }

  /** The policy of that tag, where the tag is there and its value is one. */
  public Optional<Policy> policy(DmarcTag tag) {
    return value(tag).flatMap(DmarcValues::policy);
  }

  /** How DKIM's domain and the Author Domain must be alike. */
  public AlignmentMode adkim() {
    return mode(DmarcTag.ADKIM);
  }

  /** How SPF's domain and the Author Domain must be alike. */
  public AlignmentMode aspf() {
    return mode(DmarcTag.ASPF);
  }

  /**
   * Whether the policy is only tested: what is applied is one step softer (RFC 9989, {@code t}).
   */
  public boolean isTesting() {
    return value(DmarcTag.T).filter("y"::equals).isPresent();
  }

  /** What is said of the place of the domain. */
  public Psd psd() {
    return switch (value(DmarcTag.PSD).orElse("u")) {
      case "y" -> Psd.YES;
      case "n" -> Psd.NO;
      default -> Psd.UNSAID;
    };
  }

  /**
   * Of how many failing mails in a hundred the policy is, for receivers that know RFC 7489 only.
   */
  public OptionalInt pct() {
    return value(DmarcTag.PCT).map(DmarcValues::percent).orElse(OptionalInt.empty());
  }

  /** What receivers make of it. */
  public Use use() {
    boolean whole =
        policy(DmarcTag.P).isPresent() && isPolicy(DmarcTag.SP) && isPolicy(DmarcTag.NP);
    if (whole) {
      return Use.AS_PUBLISHED;
    }
    return rua.stream().anyMatch(ReportUri::isUri) ? Use.AS_NONE : Use.NOT_AT_ALL;
  }

  /** The value of a tag, in lower case as all of them may be compared; empty where not there. */
  public Optional<String> value(DmarcTag tag) {
    return Optional.ofNullable(said.get(tag)).map(w -> w.value().toLowerCase(Locale.ROOT));
  }

  private static List<ReportUri> uris(@Nullable Written list) {
    return list == null || list.value().isEmpty()
        ? List.of()
        : ReportUri.parseList(list.value(), list.valuePlace());
  }

  private boolean isPolicy(DmarcTag tag) {
    return value(tag).isEmpty() || policy(tag).isPresent();
  }

  private AlignmentMode mode(DmarcTag tag) {
    return value(tag).filter("s"::equals).isPresent()
        ? AlignmentMode.STRICT
        : AlignmentMode.RELAXED;
  }
}
