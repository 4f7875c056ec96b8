package dmarcreports.command;

import picocli.CommandLine;

/** Makes the commands, each with the shell that it runs in. */
final class CommandFactory implements CommandLine.IFactory {
  private final Shell shell;

  CommandFactory(Shell shell) {
    this.shell = shell;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == IngestCommand.class) {
      return type.cast(new IngestCommand(shell));
    }
    if (type == AnalyzeCommand.class) {
      return type.cast(new AnalyzeCommand(shell));
    }
    if (type == NightlyCommand.class) {
      return type.cast(new NightlyCommand(shell));
    }
    if (type == ExplainCommand.class) {
      return type.cast(new ExplainCommand(shell));
    }
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(shell));
    }
    if (type == ExportCommand.class) {
      return type.cast(new ExportCommand(shell));
    }
    if (type == DiscardsCommand.class) {
      return type.cast(new DiscardsCommand(shell));
    }
    if (type == CopyCommand.class) {
      return type.cast(new CopyCommand(shell));
    }
    if (type == PurgeCommand.class) {
      return type.cast(new PurgeCommand(shell));
    }
    if (type == StatusCommand.class) {
      return type.cast(new StatusCommand(shell));
    }
    if (type == Options.class) {
      return type.cast(new Options(shell.environment()));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
