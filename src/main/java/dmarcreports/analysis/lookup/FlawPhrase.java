package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.dns.TagFault;
import dmarcreports.dns.dmarc.OtherText;
import dmarcreports.dns.dmarc.ReportUri;
import java.util.List;

/** What is wrong with a piece of a record. */
enum FlawPhrase implements Phrase {
  EMPTY_TAG,
  NO_EQUALS,
  BAD_NAME,
  EMPTY_VALUE,
  BAD_CHARACTER,
  DUPLICATE_TAG,
  UNKNOWN_TAG,
  REMOVED_TAG,
  BAD_VALUE,
  OUT_OF_RANGE,
  CONTRADICTION,
  MISSING_TAG,
  MISPLACED_TAG,
  IDLE_TAG,
  CASE,
  LEADING_TEXT,
  NO_SEMICOLON,
  VERSION_NOT_FIRST,
  NO_VERSION,
  OTHER_VERSION,
  UNRELATED,
  URI_EMPTY,
  URI_NO_SCHEME,
  URI_OTHER_SCHEME,
  URI_NO_ADDRESS,
  URI_BAD_ADDRESS,
  URI_UNESCAPED_MARK,
  URI_NOT_A_URI;

  static Saying of(TagFault.Defect defect) {
    return switch (defect) {
      case EMPTY_TAG -> EMPTY_TAG.of();
      case NO_EQUALS -> NO_EQUALS.of();
      case BAD_NAME -> BAD_NAME.of();
      case EMPTY_VALUE -> EMPTY_VALUE.of();
      case BAD_CHARACTER -> BAD_CHARACTER.of();
      case DUPLICATE_TAG -> DUPLICATE_TAG.of();
      case UNKNOWN_TAG -> UNKNOWN_TAG.of();
      case REMOVED_TAG -> REMOVED_TAG.of();
      case BAD_VALUE -> BAD_VALUE.of();
      case OUT_OF_RANGE -> OUT_OF_RANGE.of();
      case CONTRADICTION -> CONTRADICTION.of();
      case MISSING_TAG -> MISSING_TAG.of();
      case MISPLACED_TAG -> MISPLACED_TAG.of();
      case IDLE_TAG -> IDLE_TAG.of();
    };
  }

  static Saying of(OtherText.Likeness likeness) {
    return switch (likeness) {
      case CASE -> CASE.of();
      case LEADING_TEXT -> LEADING_TEXT.of();
      case NO_SEMICOLON -> NO_SEMICOLON.of();
      case VERSION_NOT_FIRST -> VERSION_NOT_FIRST.of();
      case NO_VERSION -> NO_VERSION.of();
      case OTHER_VERSION -> OTHER_VERSION.of();
      case UNRELATED -> UNRELATED.of();
    };
  }

  static Saying of(ReportUri.Problem problem) {
    return switch (problem) {
      case EMPTY -> URI_EMPTY.of();
      case NO_SCHEME -> URI_NO_SCHEME.of();
      case OTHER_SCHEME -> URI_OTHER_SCHEME.of();
      case NO_ADDRESS -> URI_NO_ADDRESS.of();
      case BAD_ADDRESS -> URI_BAD_ADDRESS.of();
      case UNESCAPED_MARK -> URI_UNESCAPED_MARK.of();
      case NOT_A_URI -> URI_NOT_A_URI.of();
    };
  }

  @Override
  public String subject() {
    return "lookup.flaw";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
