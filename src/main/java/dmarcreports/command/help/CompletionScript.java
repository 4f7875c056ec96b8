package dmarcreports.command.help;

import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The shells that complete what is typed, each by a script of its own. The scripts hold all words
 * that they offer, and start nothing.
 */
public enum CompletionScript {
  BASH(BashScript::of),
  ZSH(ZshScript::of),
  FISH(FishScript::of);

  private final Function<CommandSpec, String> script;

  CompletionScript(Function<CommandSpec, String> script) {
    this.script = script;
  }

  /** The script that completes a program. */
  public String of(CommandSpec program) {
    return script.apply(program);
  }

  /** What it is called on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
