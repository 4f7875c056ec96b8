package dmarcreports.command.help;

import dmarcreports.output.language.Language;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish, a line for each word that is offered. */
final class FishScript {
  private static final Described ENGLISH = new Described(Language.english());
  private static final String NO_COMMAND = "__fish_use_subcommand";

  private final String complete;
  private final StringBuilder script = new StringBuilder();

  private FishScript(String program) {
    complete = "complete -c " + program;
    script
        .append("# Completion of ")
        .append(program)
        .append(" for fish: a file ")
        .append(program)
        .append(".fish in ~/.config/fish/completions, or source it.\n");
    line("-f"); // no files but where they are asked for
  }

  static String of(CommandSpec program) {
    FishScript script = new FishScript(program.name());
    for (CommandSpec command : Described.commands(program)) {
      script.line(
          when(NO_COMMAND), "-a " + command.name(), "-d " + quoted(ENGLISH.header(command)));
    }
    script.options(program, NO_COMMAND);
    for (CommandSpec command : Described.commands(program)) {
      String behind = "__fish_seen_subcommand_from " + command.name();
      script.options(command, behind);
      for (PositionalParamSpec one : command.positionalParameters()) {
        script.line(when(behind), values(one));
      }
    }
    return script.script.toString();
  }

  private void options(CommandSpec command, String behind) {
    for (OptionSpec option : Described.options(command)) {
      String names = String.join(" ", Stream.of(option.names()).map(FishScript::name).toList());
      String values = Described.takesValue(option) ? "-r " + values(option) : "";
      line(when(behind), names, values, "-d " + quoted(ENGLISH.briefly(option)));
    }
  }

  private void line(String... parts) {
    script.append(complete);
    Stream.of(parts).filter(part -> !part.isEmpty()).forEach(p -> script.append(' ').append(p));
    script.append('\n');
  }

  private static String name(String name) {
    return name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1);
  }

  private static String values(ArgSpec argument) {
    Values values = Values.of(argument);
    return switch (values.kind()) {
      case WORDS -> "-f -a " + quoted(String.join(" ", values.words()));
      case FILES -> "-F";
      case DIRECTORIES -> "-f -a '(__fish_complete_directories)'";
      case OTHERS -> "-f";
    };
  }

  private static String when(String condition) {
    return "-n " + quoted(condition);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
