package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of one's own SPF records. */
enum OwnSpfPhrase implements Phrase {
  NEEDS_OWN_SERVERS,
  ADDRESSES_ARE_YOURS,
  DECIDE_FOR_EACH("addresses"),
  LIST_RANGES("most"),
  PUBLISH_FIRST,
  ADD_TERMS,
  ADD_TERMS_OR_PUBLISH,
  LIMITS,
  SIGN_TOO,
  NEEDS_RECORD_OF_RETURN_PATH,
  LISTS_THE_RIGHT_SERVERS,
  HAVE_ONE_RECORD,
  COUNT_LOOKUPS,
  COUNT_VOID_LOOKUPS,
  CHECK_SPELLING,
  FIND_RETURN_PATH,
  RECORD_THAT_COUNTS("domains"),
  STRICT_COUNTS_EXACT_NAME_ONLY("domains");

  private final List<String> arguments;

  OwnSpfPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.own_spf";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
