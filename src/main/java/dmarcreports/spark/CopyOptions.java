package dmarcreports.spark;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of the copy. */
@Command(
    name = "spark-submit --class dmarcreports.spark.Copy dmarc-reports.jar",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Copies the state of a job into a new database, or a database into a new state.")
final class CopyOptions {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      required = true,
      description = "what a job has kept with its --state")
  private String state = "";

  @ArgGroup(multiplicity = "1")
  private Direction direction = new Direction();

  /** Where the database stands. */
  private static final class Direction {
    @Option(
        names = "--to",
        paramLabel = "DATABASE",
        description = "copies the state into it: a file or a URL, as --db of the other commands")
    private @Nullable String to;

    @Option(
        names = "--from",
        paramLabel = "DATABASE",
        description = "copies it into the state, which must not have a night yet")
    private @Nullable String from;
  }

  String state() {
    return state;
  }

  /** The database to copy into. */
  Optional<String> to() {
    return Optional.ofNullable(direction.to);
  }

  /** The database to copy, where there is none to copy into. */
  String from() {
    return direction.from == null ? "" : direction.from;
  }
}
