package dmarcreports.analysis.lookup;

import dmarcreports.dns.TagFault;
import dmarcreports.dns.dmarc.DmarcTag;
import dmarcreports.dns.dmarc.OtherText;
import dmarcreports.dns.dmarc.PublishedDmarc;
import java.util.List;

/** What is wrong with the text of a DMARC record, and with what lies beside it. */
final class DmarcFaults {
  private DmarcFaults() {}

  /** What is missing, and what a percentage does, is told with the policy. */
  static List<Remark> of(PublishedDmarc record) {
    return record.faults().stream()
        .filter(fault -> fault.defect() != TagFault.Defect.MISSING_TAG)
        .filter(fault -> !isPercentage(fault))
        .map(DmarcFaults::remark)
        .toList();
  }

  private static boolean isPercentage(TagFault fault) {
    return fault.defect() == TagFault.Defect.REMOVED_TAG && fault.tag().equals(DmarcTag.PCT.text());
  }

  static Remark other(OtherText text) {
    return text.likeness() == OtherText.Likeness.UNRELATED
        ? Remark.of(DmarcRemark.OTHER_TEXT, Quoted.text(text.text()))
        : Remark.of(
                DmarcRemark.ALMOST_A_RECORD,
                Quoted.text(text.text()),
                FlawPhrase.of(text.likeness()))
            .advising(DmarcAdvice.CORRECT_RECORD.of());
  }

  private static Remark remark(TagFault fault) {
    String text = words(fault);
    int place = fault.place() + 1;
    return isHarmless(fault.defect())
        ? Remark.of(DmarcRemark.TAG_IDLE, place, text, FlawPhrase.of(fault.defect()))
        : Remark.of(DmarcRemark.TAG_WRONG, place, text, FlawPhrase.of(fault.defect()))
            .advising(DmarcAdvice.CORRECT_RECORD.of());
  }

  /** The words that a fault is about: {@code pct=120}. */
  static String words(TagFault fault) {
    String words = Quoted.piece(fault.text());
    return fault.tag().isEmpty() ? words : fault.tag() + "=" + words;
  }

  private static boolean isHarmless(TagFault.Defect defect) {
    return switch (defect) {
      case EMPTY_TAG, UNKNOWN_TAG, REMOVED_TAG, MISPLACED_TAG, IDLE_TAG, CONTRADICTION -> true;
      case NO_EQUALS,
          BAD_NAME,
          EMPTY_VALUE,
          BAD_CHARACTER,
          DUPLICATE_TAG,
          BAD_VALUE,
          OUT_OF_RANGE,
          MISSING_TAG ->
          false;
    };
  }
}
