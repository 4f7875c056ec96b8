package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** The class table, and how it decided. */
enum ClassTablePhrase implements Phrase {
  PREFACE,
  ROW("code", "asked"),
  LETTERED("letter", "asked"),
  DECIDED("row"),
  DECIDED_BELOW("row", "unmet");

  private final List<String> arguments;

  ClassTablePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "explain.table";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
