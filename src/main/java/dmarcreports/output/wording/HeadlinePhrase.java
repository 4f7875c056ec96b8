package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is to be done, in half a sentence. */
enum HeadlinePhrase implements Phrase {
  CODED("changes", "code"),
  BRIEFEST("changes", "target", "code"),
  UNCODED("changes", "target"),
  RELAX_ASPF,
  RELAX_ADKIM,
  CUSTOM_MAIL_FROM("target"),
  EASY_DKIM("target"),
  REPAIR_EASY_DKIM("target"),
  OWN_IDENTITY("authors"),
  VENDOR_DKIM("target", "authors"),
  VENDOR_DKIM_BELOW("target", "authors"),
  VENDOR_RETURN_PATH_AT("target", "authors"),
  VENDOR_RETURN_PATH_BELOW("target", "authors"),
  PUBLISH_DKIM("target", "authors"),
  REPAIR_DKIM("target"),
  REPAIR_DKIM_OF_VENDOR("target", "authors"),
  AUTHORIZE_IN_SPF("target"),
  REPAIR_SPF("target"),
  ASK_OWNER("target"),
  PARK_DOMAIN("target"),
  ENFORCE_POLICY("target"),
  ENFORCED_ALREADY("target"),
  WAIT("target"),
  NONE;

  private final List<String> arguments;

  HeadlinePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "wording.headline";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
