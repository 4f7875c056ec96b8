package dmarcreports.spark.task;

import dmarcreports.output.plain.Counted;
import dmarcreports.spark.seam.Filling;
import dmarcreports.spark.seam.Refused;
import dmarcreports.store.Load;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import dmarcreports.stored.Copied;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** A new database of what a state holds; what the store refuses is told in its words. */
final class Filled implements Filling {
  private final Database database;
  private final Load load;

  Filled(Database database, Duration patience, String version) throws IOException {
    this.database = database;
    load = said(() -> Load.into(database, patience, version));
  }

  /** Something that the store does, or does not. */
  interface Stored<T> {
    T now();
  }

  static <T> T said(Stored<T> doing) throws Refused {
    try {
      return doing.now();
    } catch (StoreException e) {
      throw new Refused(e.getMessage());
    }
  }

  private static void say(Runnable doing) throws Refused {
    said(
        () -> {
          doing.run();
          return true;
        });
  }

  @Override
  public void night(long moment) throws IOException {
    say(() -> load.run(Instant.ofEpochMilli(moment)));
  }

  @Override
  public void report(boolean conflict, Object[] report, Object[] policy) throws IOException {
    say(() -> load.report(conflict, report, policy));
  }

  @Override
  public void record(byte[] source, long messages, Object[] evidence) throws IOException {
    say(() -> load.record(source, messages, evidence));
  }

  @Override
  public void discard(String place, Object[] discard) throws IOException {
    say(() -> load.discard(place, discard));
  }

  @Override
  public String finish() throws IOException {
    Copied copied = said(load::finish);
    return "copied "
        + Counted.of(copied.reports(), "report")
        + " · "
        + Counted.of(copied.records(), "record")
        + ", "
        + Counted.of(copied.messages(), "message")
        + " · "
        + database.name();
  }

  @Override
  public void close() throws IOException {
    say(load::close);
  }
}
