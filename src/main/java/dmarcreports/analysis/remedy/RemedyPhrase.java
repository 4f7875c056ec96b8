package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said in more than one remedy. */
public enum RemedyPhrase implements Phrase {
  NEEDS_NOTHING,
  WITH_COMMAND("step", "command"),
  WITH_COMMAND_AND_MORE("step", "command", "more"),
  READ_PRESENT_RECORD;

  private final List<String> arguments;

  RemedyPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "remedy";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
