package dmarcreports.benchmark;

import dmarcreports.FastStart;
import java.nio.file.Path;
import java.util.List;

/**
 * One row of the table: the jar run on one mailbox or the database made from it.
 *
 * @param name what the row is called
 * @param target CPU seconds that it may cost
 * @param mailbox what is read, or was read into the database
 * @param state what must be there before
 * @param java options of the JVM
 * @param arguments of the program; {@code INBOX}, {@code DB} and {@code OUT} stand for places
 */
record Scenario(
    String name,
    double target,
    String mailbox,
    State state,
    List<String> java,
    List<String> arguments) {
  /** Where the archive lies of whoever starts faster. */
  static final Path ARCHIVE = Path.of("target/benchmark/dmarc-reports.jsa").toAbsolutePath();

  static final List<String> FASTER = FastStart.with(ARCHIVE);
  private static final List<String> DEFAULT = List.of();
  private static final List<String> SMALL = List.of("-Xmx256m");
  private static final List<String> INGEST = List.of("ingest", "INBOX", "--db", "DB", "-q");
  private static final List<String> ANALYZE =
      List.of("analyze", "--db", "DB", "--format", "csv", "--out", "OUT");

  static final Scenario HELP =
      new Scenario("--help", 0.5, "none", State.NOTHING, DEFAULT, List.of("--help"));
  static final Scenario TEN =
      new Scenario("ingest 10 files", 2.5, "ten", State.NO_DATABASE, DEFAULT, INGEST);
  static final Scenario TEN_FASTER =
      new Scenario("the same, started faster", 1.3, "ten", State.NO_DATABASE, FASTER, INGEST);
  static final Scenario S =
      new Scenario("ingest 1,000 files", 5, "S", State.NO_DATABASE, DEFAULT, INGEST);
  static final Scenario SHORT =
      new Scenario("ingest 500 files", 0, "short", State.NO_DATABASE, DEFAULT, INGEST);
  static final Scenario SHORT_AGAIN =
      new Scenario("the same files again", 0, "short", State.STORED, DEFAULT, INGEST);
  static final Scenario ANALYZE_SHORT =
      new Scenario("analyze them", 0, "short", State.STORED, DEFAULT, ANALYZE);
  static final Scenario M =
      new Scenario("ingest 20,000 files", 12, "M", State.NO_DATABASE, DEFAULT, INGEST);
  static final Scenario M_AGAIN =
      new Scenario("the same files again", 5, "M", State.STORED, DEFAULT, INGEST);
  static final Scenario ANALYZE_M =
      new Scenario("analyze them", 5, "M", State.STORED, DEFAULT, ANALYZE);
  static final Scenario HUGE =
      new Scenario(
          "ingest one report of 1,000,000 records, -Xmx256m",
          20,
          "huge",
          State.NO_DATABASE,
          SMALL,
          INGEST);
  static final Scenario ANALYZE_HUGE =
      new Scenario("analyze it, -Xmx256m", 5, "huge", State.STORED, SMALL, ANALYZE);
  static final Scenario LIFE =
      new Scenario(
          "analyze 10 years, 100 reporters, 20 domains, -Xmx256m",
          5,
          "life",
          State.STORED,
          SMALL,
          ANALYZE);
  static final Scenario MEMORY_10 =
      new Scenario("ingest 10,000 files, -Xmx256m", 0, "10000", State.NO_DATABASE, SMALL, INGEST);
  static final Scenario MEMORY_200 =
      new Scenario("ingest 200,000 files, -Xmx256m", 0, "200000", State.NO_DATABASE, SMALL, INGEST);

  /** What must be there before. */
  enum State {
    NOTHING,
    NO_DATABASE,
    STORED
  }

  /** Rows of one name, by which choice they are run. */
  static List<Scenario> chosen(String choice) {
    return switch (choice) {
      case "short" -> List.of(HELP, TEN, SHORT, SHORT_AGAIN, ANALYZE_SHORT);
      case "start" -> List.of(HELP, TEN, TEN_FASTER);
      case "full" -> List.of(HELP, TEN, TEN_FASTER, S, M, M_AGAIN, ANALYZE_M, HUGE, ANALYZE_HUGE);
      case "life" -> List.of(LIFE);
      case "memory" -> List.of(MEMORY_10, MEMORY_200);
      default ->
          throw new IllegalArgumentException("short, start, full, life or memory: " + choice);
    };
  }

  /** The name under which its ratio is recorded. */
  String key() {
    return arguments.get(0).replace("--", "")
        + (state == State.STORED && arguments.get(0).equals("ingest") ? ".again." : ".")
        + mailbox;
  }
}
