package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What DNS shows, around the remarks. */
enum CheckPhrase implements Phrase {
  ATTENTION("domain"),
  UNTOLD("domain"),
  FINE("domain"),
  COUNTS("findings", "attention", "unknown"),
  STORED("messages", "day"),
  NOTHING_STORED,
  TOPIC_DMARC("name"),
  TOPIC_SPF("name"),
  TOPIC_MAIL_FROM("name"),
  TOPIC_DKIM("name"),
  TOPIC_REPORTS("name"),
  ASKED,
  CAME,
  TREE,
  NO_NAME,
  NO_DATA,
  NO_NAME_BEHIND("name"),
  NO_DATA_BEHIND("name"),
  FAILED("code", "server"),
  MARK_OK,
  MARK_NOTE,
  MARK_UNKNOWN,
  MARK_ATTENTION,
  TO_DO,
  PUBLISH;

  private final List<String> arguments;

  CheckPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.check";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
