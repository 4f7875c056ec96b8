package dmarcreports.flow;

import dmarcreports.report.SourceIp;
import dmarcreports.store.Purge;
import dmarcreports.stored.Purged;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reports out of the database, in one transaction.
 *
 * @param dryRun whether they stay, and only what would go is told
 */
public record Purging(Access access, boolean dryRun) {
  /** Reports of more than so many days before the newest day stored. */
  public Purged olderThan(long days) {
    return run(purge -> purge.olderThan(days));
  }

  /** Records about mail from these addresses, and reports of which nothing is left then. */
  public Purged sources(Predicate<SourceIp> doomed) {
    return run(purge -> purge.sources(doomed));
  }

  /** Reports of a reporter. */
  public Purged reporter(String name) {
    return run(purge -> purge.reporter(name));
  }

  /** Reports with an id. */
  public Purged reportId(String id) {
    return run(purge -> purge.reportId(id));
  }

  private Purged run(Function<Purge, Purged> what) {
    try (Purge purge = Purge.open(access.database(), access.patience(), dryRun)) {
      return what.apply(purge);
    }
  }
}
