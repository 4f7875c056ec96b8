package dmarcreports.command;

import dmarcreports.command.help.UsageHelp;
import dmarcreports.file.FileFailure;
import dmarcreports.flow.Undelivered;
import dmarcreports.output.plain.Inert;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: all commands, and what becomes of what goes wrong in them. */
@Command(
    name = "dmarc-reports",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "program.header",
    footer = {
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
    CommandLine line = commandLine(shell, wanted(args));
    try {
      Defaults defaults =
          Defaults.of(args, environment, () -> commandLine(shell, CommandFactory.NAMES));
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

  /**
   * The one that is asked for, since making all of them takes as long as reading some reports; all
   * of them where it is one that tells of the others, or is not said first.
   */
  private static List<String> wanted(String... args) {
    String first = args.length == 0 ? "" : args[0];
    boolean alone =
        CommandFactory.NAMES.contains(first) && !first.equals("completion") && !first.equals("man");
    return alone ? List.of(first) : CommandFactory.NAMES;
  }

  /** The commands of some names, in a shell. */
  static CommandLine commandLine(Shell shell, List<String> names) {
    CommandFactory factory = new CommandFactory(shell);
    CommandLine line = new CommandLine(new DmarcReports(), factory);
    names.forEach(name -> line.addSubcommand(factory.command(name)));
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setUsageHelpLongOptionsMaxWidth(30)
        .setHelpFactory(
            (command, scheme) ->
                new UsageHelp(
                    command,
                    scheme,
                    () -> LanguageOptions.ofHelp(command.root(), shell.environment())))
        .setOut(shell.printer())
        .setErr(shell.errors())
        .setParameterExceptionHandler(DmarcReports::usage)
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e, shell, isVerbose(parsed)));
    LanguageOptions.complete(line);
    return line;
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
