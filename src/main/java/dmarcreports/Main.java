package dmarcreports;

import dmarcreports.output.Inert;
import dmarcreports.store.StoreException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
    name = "dmarc-reports",
    subcommands = {
      IngestCommand.class,
      AnalyzeCommand.class,
      ExplainCommand.class,
      NightlyCommand.class,
      ExportCommand.class,
      StatusCommand.class,
      DiscardsCommand.class,
      PurgeCommand.class,
      CopyCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
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
public final class Main {
  /** Done. */
  static final int DONE = 0;

  /** Could not be done; run it again. */
  static final int FAILED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** Done, but inputs were discarded. */
  static final int DISCARDED = 3;

  /** Done, and something needs attention. */
  static final int ATTENTION = 4;

  private Main() {}

  /** Runs one command and exits. */
  public static void main(String... args) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Terminals terminals = Terminals.ofProcess();
    int code = run(args, System.in, out, err, terminals, System.getenv());
    System.exit(code);
  }

  /** The same on streams that are all shown on a terminal, or none of them. */
  static int run(
      String[] args,
      InputStream in,
      OutputStream out,
      PrintStream err,
      boolean terminal,
      Map<String, String> environment) {
    return run(args, in, out, err, new Terminals(terminal, terminal), environment);
  }

  /** Runs one command: what {@link #main} does, but for the exit. */
  static int run(
      String[] args,
      InputStream in,
      OutputStream out,
      PrintStream err,
      Terminals terminals,
      Map<String, String> environment) {
    Shell shell = new Shell(in, out, err, terminals, environment);
    CommandLine line =
        new CommandLine(new Main(), new CommandFactory(shell))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setAbbreviatedOptionsAllowed(false)
            .setUsageHelpLongOptionsMaxWidth(30)
            .setOut(shell.printer())
            .setErr(shell.errors())
            .setParameterExceptionHandler(Main::usage)
            .setExecutionExceptionHandler(
                (e, command, parsed) -> failure(e, shell, isVerbose(parsed)));
    Usage.arrange(line);
    try {
      Defaults defaults = Defaults.of(args, environment);
      Optional<String> fault = defaults.fault(line, args);
      if (fault.isPresent()) {
        shell.error(fault.get());
        return USAGE;
      }
      line.setDefaultValueProvider(defaults);
    } catch (IOException e) {
      shell.error(reason(e));
      return FAILED;
    }
    try {
      int code = line.execute(args);
      return code == DONE && isLost(shell) ? FAILED : code;
    } catch (OutOfMemoryError e) {
      shell.error("out of memory; what was committed is safe; give java -Xmx more and run again");
      return FAILED;
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
    return USAGE;
  }

  private static boolean isVerbose(ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("-v");
  }

  private static int failure(Exception e, Shell shell, boolean verbose) {
    if (shell.outputClosed()) {
      return DONE;
    }
    if (e instanceof ParameterException usage) {
      return usage(usage, new String[0]);
    }
    boolean expected =
        e instanceof StoreException
            || e instanceof IOException
            || e instanceof UncheckedIOException;
    String said = expected ? reason(e) : "internal error: " + e + "; -v tells more";
    boolean saysItself = !expected || e instanceof Undelivered;
    shell.error(saysItself ? said : shell.outputFailure().orElse(said));
    if (verbose) {
      e.printStackTrace(shell.errors());
    }
    return FAILED;
  }

  static String reason(Exception e) {
    if (e instanceof FileSystemException file) {
      String name = e.getClass().getSimpleName();
      String what =
          switch (name) {
            case "NoSuchFileException" -> "no such file or directory";
            case "AccessDeniedException" -> "not permitted";
            case "NotDirectoryException" -> "is no directory";
            case "FileAlreadyExistsException" -> "is there, and is no directory";
            default -> file.getReason() == null ? name : file.getReason();
          };
      return file.getFile() + ": " + what;
    }
    return String.valueOf(e.getMessage());
  }

  /** The version that the jar's manifest names. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"dmarc-reports " + number()};
    }

    static String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "unpackaged" : version;
    }
  }
}
