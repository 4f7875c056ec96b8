package dmarcreports.store.h2;

import dmarcreports.file.DurableFiles;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * How far a database had come when it was last known to be on disk, in a file beside it. A database
 * behind its mark, or other than its seal, is not the one that was left.
 *
 * @param run the greatest id of a run
 * @param report of a report
 * @param record of a record
 * @param seal the size and checksum of the file when it was closed; empty while it is in use
 */
record HighWaterMark(long run, long report, long record, Optional<Seal> seal) {
  private static final Pattern LINE =
      Pattern.compile(
          "run (\\d{1,18}) report (\\d{1,18}) record (\\d{1,18})"
              + "(?: size (\\d{1,18}) crc32c ([0-9a-f]{8}))?\n");

  /**
   * What a file was like.
   *
   * @param size in bytes
   * @param checksum CRC-32C of all bytes
   */
  record Seal(long size, long checksum) {
    static Seal of(Path file) throws IOException {
      CRC32C checksum = new CRC32C();
      long size = 0;
      byte[] buffer = new byte[1 << 16];
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          checksum.update(buffer, 0, read);
          size += read;
        }
      }
      return new Seal(size, checksum.getValue());
    }
  }

  /** The mark beside a database; empty where there is none. */
  static Optional<HighWaterMark> read(Database database) throws IOException {
    Path file = DatabasePaths.mark(database);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Matcher line = LINE.matcher(Files.readString(file));
    if (!line.matches()) {
      throw new StoreException(
          database.name()
              + ": "
              + file
              + " is damaged; remove it, and the next run counts every report through",
          null);
    }
    return Optional.of(
        new HighWaterMark(
            Long.parseLong(line.group(1)),
            Long.parseLong(line.group(2)),
            Long.parseLong(line.group(3)),
            Optional.ofNullable(line.group(4))
                .map(size -> new Seal(Long.parseLong(size), Long.parseLong(line.group(5), 16)))));
  }

  /** What an open database holds. */
  static HighWaterMark of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return new HighWaterMark(
          greatest(statement, "runs"),
          greatest(statement, "reports"),
          greatest(statement, "records"),
          Optional.empty());
    }
  }

  private static long greatest(Statement statement, String table) throws SQLException {
    try (ResultSet id = statement.executeQuery("select max(id) from " + table)) {
      id.next();
      return id.getLong(1);
    }
  }

  /** Whether a database that holds so much lacks something of what this mark says. */
  boolean isBeyond(HighWaterMark held) {
    return run > held.run || report > held.report || record > held.record;
  }

  HighWaterMark sealed(Path file) throws IOException {
    return new HighWaterMark(run, report, record, Optional.of(Seal.of(file)));
  }

  HighWaterMark unsealed() {
    return new HighWaterMark(run, report, record, Optional.empty());
  }

  /** What is left of this mark while reports are taken out. */
  HighWaterMark ofRuns() {
    return new HighWaterMark(run, 0, 0, Optional.empty());
  }

  /** Puts the mark beside the database, in the place of the one that is there. */
  void write(Database database) throws IOException {
    DurableFiles.write(DatabasePaths.mark(database), line());
  }

  private String line() {
    String held = "run " + run + " report " + report + " record " + record;
    return seal.map(
                one ->
                    held
                        + String.format(
                            Locale.ROOT, " size %d crc32c %08x", one.size(), one.checksum()))
            .orElse(held)
        + "\n";
  }
}
