package dmarcreports.command;

import dmarcreports.output.language.Language;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The option of the language that text is written in. */
final class LanguageOptions {
  private static final String NAME = "--lang";

  @Option(names = NAME, paramLabel = "en|ja", descriptionKey = "option.lang")
  private @Nullable String code;

  private final Map<String, String> environment;

  LanguageOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Lets every command take the option, for its help; where it is for nothing else, unlisted. */
  static void complete(CommandLine program) {
    addTo(program.getCommandSpec());
    for (CommandLine command : program.getSubcommands().values()) {
      addTo(command.getCommandSpec());
    }
  }

  private static void addTo(CommandSpec command) {
    if (command.findOption(NAME) == null) {
      command.addOption(OptionSpec.builder(NAME).type(String.class).hidden(true).build());
    }
  }

  /** The language asked for; wrong usage where there is no catalogue of it. */
  Language language(CommandLine command) {
    String asked = code == null ? codeOf(command.getCommandSpec().root()) : code;
    return asked == null
        ? Language.of(environment)
        : Language.of(asked)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command,
                        "--lang: '"
                            + asked
                            + "' is not among "
                            + String.join(", ", Language.codes())));
  }

  /** The language of the help that was asked for, which is given in any case. */
  static Language ofHelp(CommandSpec program, Map<String, String> environment) {
    String asked = null;
    ParseResult parsed = program.commandLine().getParseResult();
    while (parsed != null) {
      String code = codeOf(parsed.commandSpec());
      asked = code == null ? asked : code;
      parsed = parsed.hasSubcommand() ? parsed.subcommand() : null;
    }
    return Optional.ofNullable(asked)
        .flatMap(Language::of)
        .orElseGet(() -> Language.of(environment));
  }

  private static @Nullable String codeOf(CommandSpec command) {
    return command.findOption(NAME).getValue();
  }
}
