package dmarcreports.analysis.stream;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What can be said of a stream whatever its class. */
enum AsidePhrase implements Phrase {
  THROUGH_SES,
  FORWARDED,
  NULL_SENDER,
  FELL_BACK("return_path"),
  SHARED_NAME,
  NEVER_ALIGNS("author"),
  SPF_BROKEN("name"),
  CALLED("addresses", "names"),
  CALLED_AS_OF("addresses", "names", "service"),
  WALK_PARTS("name", "author"),
  WALK_PARTED("name", "author"),
  WALK_JOINS("name", "author"),
  WAY_UNKNOWN("name", "author");

  private final List<String> arguments;

  AsidePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "aside";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
