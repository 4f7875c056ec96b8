package dmarcreports.command.help;

import dmarcreports.output.language.Language;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line in the words of a language, with the program's own defaults in it. */
record Described(Language language) {
  private static final String DEFAULT_ALONE = "Default";
  private static final int BRIEF = 60;

  /** The commands that are listed. */
  static List<CommandSpec> commands(CommandSpec program) {
    return program.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .toList();
  }

  /** The options of a command that are listed. */
  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** Whether something stands behind the option. */
  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** What a command does. */
  String header(CommandSpec command) {
    return language.say(HelpPhrase.header(command));
  }

  /** What else is to be known of it. */
  List<String> more(CommandSpec command) {
    return HelpPhrase.more(command).map(language::say).toList();
  }

  /** What an option or argument is for; of the machine that this runs on it says nothing. */
  String text(ArgSpec argument) {
    return text(argument, argument.defaultValue());
  }

  /** The same, where the default may be another. */
  String text(ArgSpec argument, String value) {
    HelpPhrase phrase = HelpPhrase.of(argument);
    return language.say(phrase.arguments().isEmpty() ? phrase.of() : phrase.of(value));
  }

  /** The beginning of that, for a list with a line for each; in English. */
  String briefly(ArgSpec argument) {
    String text = text(argument);
    String clause = text.split("[.;:](?= |$)", 2)[0];
    if (clause.equals(DEFAULT_ALONE)) {
      return text.split("[.](?= |$)", 2)[0];
    }
    return clause.length() > BRIEF ? clause.split(", ", 2)[0] : clause;
  }
}
