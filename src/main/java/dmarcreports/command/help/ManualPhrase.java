package dmarcreports.command.help;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What the manual page says beside what {@code --help} says. */
enum ManualPhrase implements Phrase {
  VOLUME,
  NAME,
  SYNOPSIS,
  DESCRIPTION,
  COMMANDS,
  OPTIONS,
  EXIT_STATUS,
  ENVIRONMENT,
  FILES,
  EXAMPLES,
  SEE_ALSO,
  PURPOSE,
  WHAT_IT_DOES,
  WHERE_TO_BEGIN,
  OPTIONS_IN_FILES,
  OPTIONS_OF_ALL,
  AS_ABOVE("command", "options"),
  DONE,
  FAILED,
  WRONG_USAGE,
  DISCARDED,
  ATTENTION,
  ENDED,
  DATABASE,
  CONFIG,
  DATABASE_PASSWORD,
  MAIL_PASSWORD,
  SENDING_PASSWORD,
  WEBHOOKS,
  WEBHOOK_SECRET,
  LANGUAGE,
  NO_COLOUR,
  STORE_CREDENTIALS,
  DEFAULT_DATABASE,
  DEFAULTS,
  POSTGRES_PASSWORDS,
  FIRST_RUN,
  EVERY_NIGHT;

  private final List<String> arguments;

  ManualPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "manual";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
