package dmarcreports.command;

import dmarcreports.command.help.CompletionScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.completion",
    footer = {
      "  java -jar dmarc-reports.jar completion bash \\",
      "    > ~/.local/share/bash-completion/completions/dmarc-reports",
      "  java -jar dmarc-reports.jar completion fish \\",
      "    > ~/.config/fish/completions/dmarc-reports.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh|fish", descriptionKey = "argument.shell")
  private CompletionScript script;

  private final Shell shell;

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    shell.out().write(script.of(spec.root()).getBytes(StandardCharsets.UTF_8));
    shell.out().flush();
    return ExitCode.DONE;
  }
}
