package dmarcreports.stored;

import dmarcreports.report.DomainName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a database holds.
 *
 * @param database as its user named it
 * @param bytes of the file; empty where it is none
 * @param schema the version of the tables
 * @param engine the database program, with its version
 * @param reports that count
 * @param conflicts reports kept apart
 * @param messages of the reports that count, as the records
 * @param domains the policy domains, by name
 * @param days the first and the last that reports are about; empty where there are none
 * @param reporters all of them, the newest first
 * @param discards how many are listed
 * @param runs the newest first; not all
 * @param waiting what waits to be sent, the oldest first; a receiver that nothing waits for is left
 *     out
 */
public record Holdings(
    String database,
    OptionalLong bytes,
    int schema,
    String engine,
    long reports,
    long conflicts,
    long records,
    long messages,
    List<DomainName> domains,
    Optional<Days> days,
    List<Reporter> reporters,
    long discards,
    List<Run> runs,
    List<Waiting> waiting) {
  /** Keeps its own copies of the lists. */
  public Holdings {
    domains = List.copyOf(domains);
    reporters = List.copyOf(reporters);
    runs = List.copyOf(runs);
    waiting = List.copyOf(waiting);
  }

  /** From one day to another. */
  public record Days(LocalDate first, LocalDate last) {}
}
