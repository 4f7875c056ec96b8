package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What a database holds. */
enum StatusPhrase implements Phrase {
  DATABASE,
  SCHEMA,
  REPORTS,
  DAYS,
  DOMAINS,
  REPORTERS,
  DISCARDED,
  RUN,
  TO_SEND,
  BYTES("database", "bytes"),
  ENGINE("schema", "engine"),
  HELD("reports", "records", "messages"),
  HELD_WITH_CONFLICTS("reports", "conflicts", "records", "messages"),
  FROM_TO("first", "last"),
  NO_DAYS,
  NAMED("number", "names"),
  REPORTER("reporter", "seen"),
  LISTED_DISCARDS("discards"),
  UNFINISHED("started"),
  RUN_WITH_SUMS("run", "sums"),
  SUMS("inputs", "stored", "duplicates", "conflicts", "discarded", "records", "messages"),
  WAITING("messages", "receiver", "since"),
  DISCARD("when", "reason", "input"),
  DISCARD_OF_MEMBER("when", "reason", "input", "member"),
  DISCARD_IN("place");

  private final List<String> arguments;

  StatusPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "status";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
