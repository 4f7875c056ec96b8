package dmarcreports.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are when the command line does not say: environment, then properties file. In the
 * file {@code format} is that of every command which takes the value, {@code status.format} that of
 * one; {@code mailbox} is what is read where none is named.
 */
final class Defaults implements IDefaultValueProvider {
  private static final String HOME_FILE = ".dmarc-reports.properties";
  private static final String VARIABLE = "DMARC_REPORTS_CONFIG";
  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");
  private static final Map<String, String> VARIABLES =
      Map.of("--db", "DMARC_REPORTS_DB", "--webhook", "DMARC_REPORTS_WEBHOOK");
  private static final int CLOSE = 3;

  /** The one argument that is no option and has a default. */
  private static final String MAILBOX = "mailbox";

  private final Map<String, String> environment;
  private final Path file;
  private final Properties properties;
  private final Supplier<CommandLine> program;

  private Defaults(
      Map<String, String> environment,
      Path file,
      Properties properties,
      Supplier<CommandLine> program) {
    this.environment = environment;
    this.file = file;
    this.properties = properties;
    this.program = program;
  }

  /**
   * The defaults for a command line: those of the file that {@code --config} names, else the
   * environment, else of the one in the home directory, where it is there.
   *
   * @param program makes all commands, for a file that is not for the one alone that is run
   */
  static Defaults of(String[] args, Map<String, String> environment, Supplier<CommandLine> program)
      throws IOException {
    Properties properties = new Properties();
    Path named = named(args, environment.getOrDefault(VARIABLE, ""));
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    Path file = named != null ? named : Path.of(home, HOME_FILE);
    if (named != null || Files.isReadable(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IllegalArgumentException | CharacterCodingException e) {
        throw new IOException(file + ": is no properties file in UTF-8: " + e.getMessage(), e);
      }
    }
    return new Defaults(environment, file, properties, program);
  }

  private static Path named(String[] args, String otherwise) {
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].startsWith("--config=")) {
        return Path.of(args[i].substring("--config=".length()));
      }
      if (args[i].equals("--config") && i + 1 < args.length) {
        return Path.of(args[i + 1]);
      }
    }
    return otherwise.isBlank() ? null : Path.of(otherwise);
  }

  /** What is wrong with the file: a key that no command has. Whoever asks for help gets it. */
  Optional<String> fault(CommandLine run, String... args) {
    Set<String> keys = properties.stringPropertyNames();
    if (keys.isEmpty()
        || Stream.of(args).anyMatch(HELP::contains)
        || known(run).containsAll(keys)) {
      return Optional.empty();
    }
    Set<String> known = known(program.get());
    return new TreeSet<>(keys)
        .stream()
            .filter(key -> !known.contains(key))
            .findFirst()
            .map(key -> file + ": '" + key + "' is no option of any command" + meant(key, known));
  }

  private static Set<String> known(CommandLine line) {
    Set<String> known = new HashSet<>();
    for (CommandLine command : line.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      for (OptionSpec option : spec.options()) {
        if (!option.usageHelp() && !option.versionHelp()) {
          known.add(key(option));
          known.add(spec.name() + "." + key(option));
        }
      }
      if (spec.positionalParameters().stream().anyMatch(Defaults::isMailbox)) {
        known.add(MAILBOX);
        known.add(spec.name() + "." + MAILBOX);
      }
    }
    return known;
  }

  private static boolean isMailbox(ArgSpec argument) {
    return argument.paramLabel().equalsIgnoreCase(MAILBOX);
  }

  private static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  private static String meant(String key, Set<String> known) {
    String bare = key.replaceFirst("^-+", "");
    return known.stream()
        .min(Comparator.comparingInt((String one) -> distance(bare, one)).thenComparing(one -> one))
        .filter(one -> distance(bare, one) < CLOSE)
        .map(one -> "; did you mean " + one + "?")
        .orElse("; --help of a command names its options");
  }

  /** How many characters to add, take away or replace make the one of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    if (argument.isPositional() && isMailbox(argument)) {
      String own = properties.getProperty(argument.command().name() + "." + MAILBOX);
      return own != null ? own : properties.getProperty(MAILBOX);
    }
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String variable = VARIABLES.get(option.longestName());
    String where = variable == null ? null : environment.get(variable);
    if (where != null && !where.isBlank()) {
      return where;
    }
    String own = properties.getProperty(option.command().name() + "." + key(option));
    return own != null ? own : shared(option);
  }

  /** What is written for all commands, where this one takes such a value and not only another. */
  private String shared(OptionSpec option) {
    String value = properties.getProperty(key(option));
    return value != null && (takes(option, value) || !anyTakes(option, value)) ? value : null;
  }

  private boolean anyTakes(OptionSpec option, String value) {
    return program.get().getSubcommands().values().stream()
        .map(command -> command.getCommandSpec().findOption(option.longestName()))
        .anyMatch(other -> other != null && takes(other, value));
  }

  private static boolean takes(OptionSpec option, String value) {
    List<String> words =
        option.typeInfo().isEnum() ? option.typeInfo().getEnumConstantNames() : List.of();
    return words.isEmpty() || words.stream().anyMatch(value::equalsIgnoreCase);
  }
}
