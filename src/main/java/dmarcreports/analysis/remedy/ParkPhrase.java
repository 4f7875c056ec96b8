package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of a domain that may send no mail. */
enum ParkPhrase implements Phrase {
  NEEDS_NOBODY_TO_SEND("domain"),
  NOTHING_IS_PROVEN,
  DOES_IT_SEND("domain"),
  IF_IT_SENDS,
  READ_PRESENT_RECORDS,
  IF_IT_SENDS_NONE,
  IF_IT_RECEIVES_NONE,
  TAKE_OUT_KEYS;

  private final List<String> arguments;

  ParkPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy.park";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
