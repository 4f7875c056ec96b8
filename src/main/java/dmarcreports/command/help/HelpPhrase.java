package dmarcreports.command.help;

import dmarcreports.analysis.saying.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What is said of a command, an option or an argument: where it is declared stands the key of the
 * words, which are in the catalogues.
 *
 * @param arguments {@code default} where the option has one to tell, or none
 */
public record HelpPhrase(String subject, String name, List<String> arguments) implements Phrase {
  /** The two options of picocli itself. */
  private static final String STANDARD = "mixinStandardHelpOptions.";

  /** Keeps its own copy of the list. */
  public HelpPhrase {
    arguments = List.copyOf(arguments);
  }

  /** What the option or argument is for. */
  static HelpPhrase of(ArgSpec argument) {
    boolean told =
        argument.defaultValue() != null && argument.showDefaultValue() != Visibility.NEVER;
    return of(
        argument.descriptionKey().replace(STANDARD, "option."),
        told ? List.of("default") : List.of());
  }

  /** What the command does. */
  static HelpPhrase header(CommandSpec command) {
    return of(command.usageMessage().header()[0], List.of());
  }

  /** What else is to be known of it; none of most. */
  static Stream<HelpPhrase> more(CommandSpec command) {
    return Stream.of(command.usageMessage().description()).map(key -> of(key, List.of()));
  }

  private static HelpPhrase of(String key, List<String> arguments) {
    String[] parts = key.split("[.]", 2);
    return new HelpPhrase(parts[0], parts[1], arguments);
  }

  /** All that is said of a program and its commands, each once. */
  public static List<HelpPhrase> all(CommandSpec program) {
    List<HelpPhrase> all = new ArrayList<>();
    Stream.concat(
            Stream.of(program),
            program.subcommands().values().stream().map(CommandLine::getCommandSpec))
        .forEach(
            command -> {
              all.add(header(command));
              more(command).forEach(all::add);
              command.options().stream()
                  .filter(option -> !option.hidden())
                  .forEach(option -> all.add(of(option)));
              command.positionalParameters().forEach(one -> all.add(of(one)));
            });
    return all.stream().distinct().toList();
  }
}
