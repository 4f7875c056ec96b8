package dmarcreports.stored;

import java.time.Instant;
import java.util.Optional;

/**
 * A run of ingest.
 *
 * @param ended empty where it came to no end
 * @param version of the program
 * @param sums empty where it came to no end, or was one of a version that kept none
 */
public record Run(
    Instant started, Optional<Instant> ended, String version, Optional<RunSums> sums) {}
