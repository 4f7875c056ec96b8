package dmarcreports.command.help;

import dmarcreports.output.language.Language;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh: to be loaded as a function of the completion system, or sourced. */
final class ZshScript {
  private static final Described ENGLISH = new Described(Language.english());
  private static final String SCRIPT =
      """
      #compdef @program@
      # Completion of @program@ for zsh: a file _@program@ in a directory of $fpath, or source it.
      _@program@() {
        local context state state_descr line curcontext="$curcontext"
        typeset -A opt_args
        local -a commands
        commands=(
      @commands@  )
        _arguments -C @options@ '1: :->command' '*:: :->rest'
        case $state in
          command) _describe command commands ;;
          rest)
            case $words[1] in
      @rests@      esac ;;
        esac
      }
      if [[ $funcstack[1] == _@program@ ]]; then
        _@program@ "$@"
      else
        compdef _@program@ @program@
      fi
      """;

  private ZshScript() {}

  static String of(CommandSpec program) {
    String commands =
        Described.commands(program).stream()
            .map(one -> "    " + quoted(one.name() + ":" + ENGLISH.header(one)) + "\n")
            .collect(Collectors.joining());
    String rests =
        Described.commands(program).stream().map(ZshScript::rest).collect(Collectors.joining());
    return SCRIPT
        .replace("@commands@", commands)
        .replace("@options@", String.join(" ", options(program).toList()))
        .replace("@rests@", rests)
        .replace("@program@", program.name());
  }

  /** What comes after the name of a command. */
  private static String rest(CommandSpec command) {
    String specs =
        Stream.concat(options(command), arguments(command))
            .map(spec -> " \\\n          " + spec)
            .collect(Collectors.joining());
    return "        " + command.name() + ") _arguments" + specs + " ;;\n";
  }

  private static Stream<String> options(CommandSpec command) {
    return Described.options(command).stream()
        .flatMap(option -> Stream.of(option.names()).map(name -> spec(option, name)));
  }

  private static String spec(OptionSpec option, String name) {
    boolean again = option.isMultiValue();
    String others = again ? "*" : "(" + String.join(" ", option.names()) + ")";
    String told = "[" + escaped(ENGLISH.briefly(option), "[]") + "]";
    return Described.takesValue(option)
        ? quoted(others + name + "=" + told + ":" + value(option))
        : quoted(others + name + told);
  }

  private static Stream<String> arguments(CommandSpec command) {
    return command.positionalParameters().stream()
        .map((PositionalParamSpec one) -> quoted((one.isMultiValue() ? "*:" : "1:") + value(one)));
  }

  /** What it is called, and where it comes from. */
  private static String value(ArgSpec argument) {
    Values values = Values.of(argument);
    String from =
        switch (values.kind()) {
          case WORDS -> "(" + String.join(" ", values.words()) + ")";
          case FILES -> "_files";
          case DIRECTORIES -> "_files -/";
          case OTHERS -> " ";
        };
    return escaped(argument.paramLabel(), ":") + ":" + from;
  }

  /** With a backslash before each of the signs, and before itself. */
  private static String escaped(String text, String signs) {
    String escaped = text.replace("\\", "\\\\");
    for (String sign : signs.split("")) {
      escaped = escaped.replace(sign, "\\" + sign);
    }
    return escaped;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
