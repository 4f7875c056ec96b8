package dmarcreports.analysis.explain;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What is assumed where one mail is explained, and what its header cannot prove. */
public enum MailDoubt implements Phrase {
  ONE_MAIL,
  HEADER_PROVES_LITTLE,
  NOTHING_ASKED,
  DNS_OF_NOW,
  HOST_ASSUMED("host"),
  HOST_NAMED_OTHERWISE("host", "by"),
  HOST_WITHOUT_NAME,
  NO_RESULTS,
  NOTHING_BELIEVED,
  HOST_NOT_THERE("host"),
  POLICY_KNOWN("domain", "policy"),
  POLICY_TOLD("policy"),
  POLICY_UNKNOWN("domain"),
  MODES_ASSUMED,
  STRICT_CONCLUDED("tags"),
  RETURN_PATH_ASSUMED("domain"),
  NO_ADDRESS,
  FIELDS_LEFT_OUT("number", "most"),
  RESULTS_LEFT_OUT("number", "most"),
  MAIL_ATTACHED;

  private final List<String> arguments;

  MailDoubt(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "mail.doubt";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
