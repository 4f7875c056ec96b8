package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.dns.spf.SpfFault;
import dmarcreports.dns.spf.SpfRemark;
import java.util.List;

/** What is wrong, or odd, about a word of an SPF record. */
enum SpfFlawPhrase implements Phrase {
  BAD_CHARACTER,
  UNKNOWN_MECHANISM,
  ARGUMENT_MISSING,
  ARGUMENT_UNEXPECTED,
  BAD_DOMAIN,
  BAD_MACRO,
  BAD_ADDRESS,
  BAD_PREFIX,
  DUPLICATE_MODIFIER,
  PASS_ALL,
  AFTER_ALL,
  NO_END,
  PTR,
  UNKNOWN_MODIFIER,
  MECHANISM_AS_MODIFIER,
  SECOND_VERSION,
  REPEATED;

  static Saying of(SpfFault.Breach breach) {
    return switch (breach) {
      case BAD_CHARACTER -> BAD_CHARACTER.of();
      case UNKNOWN_MECHANISM -> UNKNOWN_MECHANISM.of();
      case ARGUMENT_MISSING -> ARGUMENT_MISSING.of();
      case ARGUMENT_UNEXPECTED -> ARGUMENT_UNEXPECTED.of();
      case BAD_DOMAIN -> BAD_DOMAIN.of();
      case BAD_MACRO -> BAD_MACRO.of();
      case BAD_ADDRESS -> BAD_ADDRESS.of();
      case BAD_PREFIX -> BAD_PREFIX.of();
      case DUPLICATE_MODIFIER -> DUPLICATE_MODIFIER.of();
    };
  }

  static Saying of(SpfRemark.Oddity oddity) {
    return switch (oddity) {
      case PASS_ALL -> PASS_ALL.of();
      case AFTER_ALL -> AFTER_ALL.of();
      case NO_END -> NO_END.of();
      case PTR -> PTR.of();
      case UNKNOWN_MODIFIER -> UNKNOWN_MODIFIER.of();
      case MECHANISM_AS_MODIFIER -> MECHANISM_AS_MODIFIER.of();
      case SECOND_VERSION -> SECOND_VERSION.of();
      case REPEATED -> REPEATED.of();
    };
  }

  @Override
  public String subject() {
    return "lookup.spf_flaw";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
