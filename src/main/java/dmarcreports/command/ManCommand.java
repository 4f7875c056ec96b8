package dmarcreports.command;

import dmarcreports.command.help.ManualPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code man}, for whoever packs the program. */
@Command(
    name = "man",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.man",
    footer = {
      "  java -jar dmarc-reports.jar man > dmarc-reports.1",
      "  java -jar dmarc-reports.jar man --lang ja > ja/man1/dmarc-reports.1"
    })
final class ManCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LanguageOptions lang;

  private final Shell shell;

  ManCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    String page =
        ManualPage.of(
            spec.root(), new Version().getVersion()[0], lang.language(spec.commandLine()));
    shell.out().write(page.getBytes(StandardCharsets.UTF_8));
    shell.out().flush();
    return ExitCode.DONE;
  }
}
