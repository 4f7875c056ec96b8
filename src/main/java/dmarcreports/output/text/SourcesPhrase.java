package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** The heads of the table of sources, and what stands in it. */
enum SourcesPhrase implements Phrase {
  SOURCES,
  FAILING_SOURCES,
  ADDRESS,
  FAILING,
  WHO_AND_WHAT,
  SENDER("sender", "what"),
  NONE_NAMED;

  private final List<String> arguments;

  SourcesPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.sources";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
