package dmarcreports.spark;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of the job. */
@Command(
    name = "spark-submit --class dmarcreports.spark.Job dmarc-reports.jar",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Reads mails with aggregate reports on a cluster, and writes what they say.")
final class JobOptions {
  @Option(
      names = "--in",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "what to read: files or directories of any file system that Spark reads, or a pattern")
  private List<String> in = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "where the findings go, whole or not at all; must not be there yet")
  private String out = "";

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "keeps what was read, so that the next run reads only what is new")
  private @Nullable String state;

  @Option(
      names = "--domain",
      paramLabel = "D",
      description = "only that policy domain; again for more")
  private List<String> domains = List.of();

  @Option(names = "--since", paramLabel = "DATE", description = "findings from that day on")
  private @Nullable LocalDate since;

  @Option(names = "--until", paramLabel = "DATE", description = "findings up to that day")
  private @Nullable LocalDate until;

  @Option(names = "--all", description = "sources that do not fail as well")
  private boolean all;

  List<String> in() {
    return in;
  }

  String out() {
    return out;
  }

  Optional<String> state() {
    return Optional.ofNullable(state);
  }

  Choice choice() {
    return new Choice(
        domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList(),
        Optional.ofNullable(since),
        Optional.ofNullable(until),
        all);
  }
}
