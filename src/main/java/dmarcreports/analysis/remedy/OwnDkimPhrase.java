package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/**
 * What is said of signatures on servers of one's own, or at a service whose settings are not known.
 */
enum OwnDkimPhrase implements Phrase {
  SIGN_LAST,
  NEEDS_SERVER_AND_DNS,
  NOT_CHANGED_AFTER_SIGNING,
  NEEDS_EXACT_SIGNING("authors"),
  FARES_AS_THE_PRESENT,
  SET_UP_AT_SERVICE("authors", "service"),
  OR_WRITE_FROM_AS_SIGNER,
  NEEDS_DNS_AND_SIGNER,
  STRICT_COUNTS_NOT_FOR("domains"),
  WHAT_WILL_VERIFY,
  COMPARE_KEYS,
  ASK_FOR_KEY,
  PUBLISH_PUBLIC_HALF,
  LOOKS_LIKE_EASY_DKIM,
  SIGNED_BY_SERVICE("service"),
  COMPARE_RECORDS_UNDER("service", "setting", "authors"),
  COMPARE_RECORDS("service", "authors"),
  ONE_OF_THE_TWO("service"),
  FOUND_PERMERROR,
  FOUND_FAIL,
  FOUND_TEMPERROR,
  FOUND_NEUTRAL_OR_POLICY,
  MAKE_KEY,
  CHOOSE_SELECTOR,
  SIGN_AS("author"),
  SIGN_AS_EACH("authors"),
  LOOK_FOR_PASS;

  private final List<String> arguments;

  OwnDkimPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.own_dkim";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
