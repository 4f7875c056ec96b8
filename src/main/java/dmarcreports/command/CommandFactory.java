package dmarcreports.command;

import java.util.List;
import picocli.CommandLine;

/** Makes the commands, each with the shell that it runs in. */
final class CommandFactory implements CommandLine.IFactory {
  /** All commands, in the order in which they are told. */
  static final List<String> NAMES =
      List.of(
          "ingest",
          "analyze",
          "explain",
          "check",
          "nightly",
          "export",
          "status",
          "discards",
          "purge",
          "copy",
          "completion",
          "man");

  private final Shell shell;

  CommandFactory(Shell shell) {
    this.shell = shell;
  }

  /** The command of a name. */
  Object command(String name) {
    return switch (name) {
      case "ingest" -> new IngestCommand(shell);
      case "analyze" -> new AnalyzeCommand(shell);
      case "explain" -> new ExplainCommand(shell);
      case "check" -> new CheckCommand(shell);
      case "nightly" -> new NightlyCommand(shell);
      case "export" -> new ExportCommand(shell);
      case "status" -> new StatusCommand(shell);
      case "discards" -> new DiscardsCommand(shell);
      case "purge" -> new PurgeCommand(shell);
      case "copy" -> new CopyCommand(shell);
      case "completion" -> new CompletionCommand(shell);
      case "man" -> new ManCommand(shell);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == LanguageOptions.class) {
      return type.cast(new LanguageOptions(shell.environment()));
    }
    if (type == Options.class) {
      return type.cast(new Options(shell.environment()));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
