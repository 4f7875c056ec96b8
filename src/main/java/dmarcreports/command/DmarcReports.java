package dmarcreports.command;

import dmarcreports.file.FileFailure;
import dmarcreports.flow.Undelivered;
import dmarcreports.output.plain.Inert;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: all commands, and what becomes of what goes wrong in them. */
@Command(
    name = "dmarc-reports",
    subcommands = {
      IngestCommand.class,
      AnalyzeCommand.class,
      ExplainCommand.class,
      CheckCommand.class,
      NightlyCommand.class,
      ExportCommand.class,
      StatusCommand.class,
      DiscardsCommand.class,
      PurgeCommand.class,
      CopyCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Reads DMARC aggregate reports: which mail fails, why, and what repairs it.",
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands (each with a --help of its own):%n",
    footer = {
      "",
      "Example:",
      "  java -jar dmarc-reports.jar ingest ./inbox",
      "  java -jar dmarc-reports.jar analyze"
    })
public final class DmarcReports {
  private DmarcReports() {}

  /** Runs one command on streams that are all shown on a terminal, or none of them. */
  public static int run(
      String[] args,
      InputStream in,
      OutputStream out,
      PrintStream err,
      boolean terminal,
      Map<String, String> environment) {
    return run(args, in, out, err, new Terminals(terminal, terminal), environment);
  }

  /**
   * Runs one command.
   *
   * @return what the process exits with
   */
  public static int run(
      String[] args,
      InputStream in,
      OutputStream out,
      PrintStream err,
      Terminals terminals,
      Map<String, String> environment) {
    Shell shell = new Shell(in, out, err, terminals, environment);
    CommandLine line =
        new CommandLine(new DmarcReports(), new CommandFactory(shell))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setAbbreviatedOptionsAllowed(false)
            .setUsageHelpLongOptionsMaxWidth(30)
            .setOut(shell.printer())
            .setErr(shell.errors())
            .setParameterExceptionHandler(DmarcReports::usage)
            .setExecutionExceptionHandler(
                (e, command, parsed) -> failure(e, shell, isVerbose(parsed)));
    Usage.arrange(line);
    try {
      Defaults defaults = Defaults.of(args, environment);
      Optional<String> fault = defaults.fault(line, args);
      if (fault.isPresent()) {
        shell.error(fault.get());
        return ExitCode.USAGE;
      }
      line.setDefaultValueProvider(defaults);
    } catch (IOException e) {
      shell.error(FileFailure.inWords(e));
      return ExitCode.FAILED;
    }
    try {
      int code = line.execute(args);
      return code == ExitCode.DONE && isLost(shell) ? ExitCode.FAILED : code;
    } catch (OutOfMemoryError e) {
      shell.error("out of memory; what was committed is safe; give java -Xmx more and run again");
      return ExitCode.FAILED;
    } finally {
      shell.printer().flush();
    }
  }

  /** Whether what a printer took, such as a help text, did not come out. */
  private static boolean isLost(Shell shell) {
    boolean lost = shell.printer().checkError() && !shell.outputClosed();
    if (lost) {
      shell.outputFailure().ifPresent(shell::error);
    }
    return lost;
  }

  private static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(Inert.line(String.valueOf(e.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    command.getErr().flush();
    return ExitCode.USAGE;
  }

  private static boolean isVerbose(ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("-v");
  }

  private static int failure(Exception e, Shell shell, boolean verbose) {
    if (shell.outputClosed()) {
      return ExitCode.DONE;
    }
    if (e instanceof ParameterException usage) {
      return usage(usage, new String[0]);
    }
    boolean expected =
        e instanceof StoreException
            || e instanceof IOException
            || e instanceof UncheckedIOException;
    String said = expected ? FileFailure.inWords(e) : "internal error: " + e + "; -v tells more";
    boolean saysItself = !expected || e instanceof Undelivered;
    shell.error(saysItself ? said : shell.outputFailure().orElse(said));
    if (verbose) {
      e.printStackTrace(shell.errors());
    }
    return ExitCode.FAILED;
  }
}
