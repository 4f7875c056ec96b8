package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said in more than one part of the text. */
public enum TextPhrase implements Phrase {
  NO_MESSAGES,
  NO_MESSAGE_REPORTED,
  SENTENCE("clause"),
  SENDER_MESSAGES("sender", "messages", "what"),
  FAILING_MESSAGES("messages"),
  CLAUSES("first", "more"),
  BACK("what"),
  MESSAGES,
  MORE_IN_LIST("more", "list"),
  NOTHING_TO_DO,
  TO_DO("actions");

  private final List<String> arguments;

  TextPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
