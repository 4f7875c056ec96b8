package dmarcreports.command;

import dmarcreports.flow.Access;
import dmarcreports.flow.Intake;
import dmarcreports.store.Databases;
import dmarcreports.store.open.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that all commands have, and the ways in which values are written. */
final class Options {
  private static final String DEFAULT = "dmarc-reports.mv.db";

  @Option(
      names = "--db",
      paramLabel = "WHERE",
      defaultValue = DEFAULT,
      descriptionKey = "option.db")
  private String db;

  @Option(names = "--config", paramLabel = "FILE", descriptionKey = "option.config")
  @SuppressWarnings("UnusedVariable") // Defaults reads it, before all others
  private Path config;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = Time.class,
      descriptionKey = "option.wait")
  private Duration wait;

  @Option(names = "-q", descriptionKey = "option.quiet")
  private boolean quiet;

  @Option(names = "-v", descriptionKey = "option.verbose")
  private boolean verbose;

  private final Map<String, String> environment;

  Options(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The database named; wrong usage where this version does not use it. */
  Access access(CommandLine command) {
    try {
      return new Access(database(db), wait);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(command, "--db: " + e.getMessage());
    }
  }

  /** The same; empty where none is named, and none lies where one is looked for then. */
  Optional<Access> accessIfThere(CommandLine command) {
    return db.equals(DEFAULT) && Files.notExists(Path.of(DEFAULT))
        ? Optional.empty()
        : Optional.of(access(command));
  }

  /**
   * A database of another option.
   *
   * @throws IllegalArgumentException for what this version does not use, saying so
   */
  Database database(String where) {
    return Databases.parse(where, environment);
  }

  /** Who is told how a run goes. */
  Intake.Listener listener(Shell shell) {
    return new Intake.Listener(
        shell.terminal() ? Optional.of(shell.err()) : Optional.empty(),
        shell::error,
        quiet,
        verbose);
  }

  Duration patience() {
    return wait;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  /** A time such as {@code 60s}, {@code 15m}, {@code 30d}. */
  static final class Time implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smhd])");

    @Override
    public Duration convert(String value) {
      Matcher parts = FORM.matcher(value);
      if (!parts.matches()) {
        throw new TypeConversionException("'" + value + "' is no time; write 60s, 15m or 30d");
      }
      long number = Long.parseLong(parts.group(1));
      return switch (parts.group(2)) {
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
  }

  /** A day such as {@code 2026-11-24}. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + value + "' is no date; write 2026-11-24");
      }
    }
  }

  /** A number of bytes such as {@code 1GiB}, {@code 500MB}, {@code 1000}. */
  static final class Size implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}) ?([kmgt]?)(i?)b?");

    @Override
    public Long convert(String value) {
      Matcher parts = FORM.matcher(value.toLowerCase(Locale.ROOT));
      if (!parts.matches()) {
        throw new TypeConversionException("'" + value + "' is no size; write 500MB or 1GiB");
      }
      long unit =
          parts.group(3).isEmpty() && value.toLowerCase(Locale.ROOT).endsWith("b") ? 1000 : 1024;
      long bytes = Long.parseLong(parts.group(1));
      for (int i = "kmgt".indexOf(parts.group(2)); i >= 0 && !parts.group(2).isEmpty(); i--) {
        bytes = Math.multiplyExact(bytes, unit);
      }
      return bytes;
    }
  }
}
