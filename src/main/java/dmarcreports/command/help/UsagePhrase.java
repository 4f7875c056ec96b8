package dmarcreports.command.help;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** The headings of {@code --help}. */
enum UsagePhrase implements Phrase {
  USAGE,
  COMMANDS,
  USUAL,
  SELECTION,
  WRITTEN,
  KNOWN,
  FILES,
  SERVERS,
  SENT,
  NAME_SERVERS,
  LIMITS,
  OTHERS,
  ALL,
  EXAMPLE;

  @Override
  public String subject() {
    return "usage";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
