package dmarcreports.command;

import dmarcreports.flow.Access;
import dmarcreports.flow.Copying;
import dmarcreports.output.plain.Counted;
import dmarcreports.store.open.Database;
import dmarcreports.stored.Copied;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code copy}. */
@Command(
    name = "copy",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.copy",
    description = "command.copy.more",
    footer = {
      "  java -jar dmarc-reports.jar copy --from reports \\",
      "    --to jdbc:postgresql://localhost/dmarc"
    })
final class CopyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Option(names = "--from", required = true, paramLabel = "WHERE", descriptionKey = "option.from")
  private String from;

  @Option(names = "--to", required = true, paramLabel = "WHERE", descriptionKey = "option.to")
  private String to;

  private final Shell shell;

  CopyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Database target = database("--to", to);
    Copied copied = Copying.run(new Access(database("--from", from), options.patience()), target);
    if (!options.quiet()) {
      shell.summary(
          "copied "
              + Counted.of(copied.reports(), "report")
              + " · "
              + Counted.of(copied.records(), "record")
              + ", "
              + Counted.of(copied.messages(), "message")
              + " · "
              + target.name());
    }
    return ExitCode.DONE;
  }

  private Database database(String option, String where) {
    try {
      return options.database(where);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
    }
  }
}
