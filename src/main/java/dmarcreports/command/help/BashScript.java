package dmarcreports.command.help;

import dmarcreports.command.help.Values.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for bash. Names of files are left to bash itself, which knows how they are quoted. */
final class BashScript {
  /**
   * Bash parts words at {@code =}, unless it was told otherwise. Before 4 it has no {@code
   * compopt}, and then offers files in some places where none are meant.
   */
  private static final String SCRIPT =
      """
      # Completion of @program@ for bash: source this file.
      _@function@() {
        local IFS=$' \\t\\n' word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        local command='' words='' glue='' i
        COMPREPLY=()
        if [[ $word == = ]]; then
          word=''
        elif [[ $before == = ]]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        elif [[ $word == --*=* ]]; then
          before=${word%%=*} glue=${word%%=*}= word=${word#*=}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            @commands@) command=${COMP_WORDS[i]}; break ;;
          esac
        done
        case $command:$before in
      @values@    *)
            case $command:$word in
      @words@      esac ;;
        esac
        compopt +o default 2>/dev/null
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        if [[ -n $glue ]]; then
          COMPREPLY=("${COMPREPLY[@]/#/$glue}")
        fi
      }
      complete -o default -F _@function@ @program@
      """;

  private BashScript() {}

  static String of(CommandSpec program) {
    List<CommandSpec> commands = Described.commands(program);
    String values = commands.stream().map(BashScript::values).collect(Collectors.joining());
    String words = commands.stream().map(BashScript::words).collect(Collectors.joining());
    return SCRIPT
        .replace("@values@", values)
        .replace("@words@", words + ofProgram(program))
        .replace("@commands@", names(commands, "|"))
        .replace("@function@", program.name().replace('-', '_'))
        .replace("@program@", program.name());
  }

  /** What is offered behind the options of a command. */
  private static String values(CommandSpec command) {
    return Described.options(command).stream()
        .filter(Described::takesValue)
        .map(option -> "    " + pattern(command, option) + ") " + offer(option))
        .collect(Collectors.joining());
  }

  private static String offer(OptionSpec option) {
    Values values = Values.of(option);
    return switch (values.kind()) {
      case WORDS -> "words='" + String.join(" ", values.words()) + "' ;;\n";
      case FILES -> "return ;;\n";
      case DIRECTORIES -> "compopt +o default -o dirnames 2>/dev/null; return ;;\n";
      case OTHERS -> ";;\n";
    };
  }

  /** What else is offered behind a command: its options, its arguments. */
  private static String words(CommandSpec command) {
    String at = "      " + command.name();
    String options = at + ":-*) words='" + options(command) + "' ;;\n";
    for (PositionalParamSpec one : command.positionalParameters()) {
      Values values = Values.of(one);
      if (values.kind() == Kind.FILES) {
        return options + at + ":*) return ;;\n";
      }
      if (values.kind() == Kind.WORDS) {
        return options + at + ":*) words='" + String.join(" ", values.words()) + "' ;;\n";
      }
    }
    return options;
  }

  private static String ofProgram(CommandSpec program) {
    return "      :-*) words='"
        + options(program)
        + "' ;;\n      :*) words='"
        + names(Described.commands(program), " ")
        + "' ;;\n";
  }

  private static String options(CommandSpec command) {
    return Described.options(command).stream()
        .flatMap(option -> Stream.of(option.names()))
        .collect(Collectors.joining(" "));
  }

  private static String names(List<CommandSpec> commands, String between) {
    return commands.stream().map(CommandSpec::name).collect(Collectors.joining(between));
  }

  private static String pattern(CommandSpec command, OptionSpec option) {
    return Stream.of(option.names())
        .map(name -> command.name() + ":" + name)
        .collect(Collectors.joining("|"));
  }
}
