package dmarcreports;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.PropertiesDefaultProvider;

/** What options are when the command line does not say: environment, then properties file. */
final class Defaults implements IDefaultValueProvider {
  private static final String HOME_FILE = ".dmarc-reports.properties";

  private final Map<String, String> environment;
  private final PropertiesDefaultProvider properties;

  private Defaults(Map<String, String> environment, Properties properties) {
    this.environment = environment;
    this.properties = new PropertiesDefaultProvider(properties);
  }

  /**
   * The defaults for a command line: those of the file that {@code --config} names, else of the one
   * in the home directory, where it is there.
   */
  static Defaults of(String[] args, Map<String, String> environment) throws IOException {
    Properties properties = new Properties();
    Path named = named(args);
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    Path file = named != null ? named : Path.of(home, HOME_FILE);
    if (named != null || Files.isReadable(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IllegalArgumentException | CharacterCodingException e) {
        throw new IOException(file + ": is no properties file in UTF-8: " + e.getMessage(), e);
      }
    }
    return new Defaults(environment, properties);
  }

  private static Path named(String[] args) {
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].startsWith("--config=")) {
        return Path.of(args[i].substring("--config=".length()));
      }
      if (args[i].equals("--config") && i + 1 < args.length) {
        return Path.of(args[i + 1]);
      }
    }
    return null;
  }

  @Override
  public String defaultValue(ArgSpec argument) throws Exception {
    if (argument instanceof OptionSpec option && option.longestName().equals("--db")) {
      String where = environment.get("DMARC_REPORTS_DB");
      if (where != null && !where.isBlank()) {
        return where;
      }
    }
    return properties.defaultValue(argument);
  }
}
