package dmarcreports.flow;

import dmarcreports.store.ReportReader;
import dmarcreports.store.open.Database;
import java.time.Duration;

/**
 * A database, for whoever asks.
 *
 * @param patience how long to wait for another run, or for a server that goes away
 */
public record Access(Database database, Duration patience) {
  /** Opens it to read it. */
  public ReportReader read() {
    return ReportReader.open(database, patience);
  }
}
