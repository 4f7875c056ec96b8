package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is said of mail that needs no action. */
public enum AsidePhrase implements Phrase {
  NOTHING_TO_DO,
  STRONGER,
  SPF_ALONE("sender", "messages", "advice"),
  DKIM_ALONE("sender", "messages", "advice"),
  SECOND_PROOF("change", "code"),
  YOUR_DOMAIN;

  private final List<String> arguments;

  AsidePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.aside";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
