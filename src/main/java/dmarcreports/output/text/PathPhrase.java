package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** The way of a mail, hop by hop. */
enum PathPhrase implements Phrase {
  PATH,
  HOP("by", "from"),
  HOP_AT("by", "from", "time"),
  CLIENT("name", "address"),
  CLIENT_BY_NAME("name"),
  NO_CLIENT,
  NO_NAME,
  CLAIMED("hop");

  private final List<String> arguments;

  PathPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "explain.path";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
