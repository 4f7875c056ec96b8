package dmarcreports.store.h2;

import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.engine.Constants;

/** What went wrong with an H2 database, in words that say what to do. */
final class H2Failure {
  private static final int WRONG_USER = 28000;
  private static final int CORRUPT = 90030;
  private static final int READ_ONLY = 90097;
  private static final int CLOSED = 90098;
  private static final int FILE_VERSION = 90048;

  private static final String OTHER_H2 =
      "was made by another version of H2 than "
          + Constants.VERSION
          + ": write it out with the Script tool of that one and read it in with RunScript of this"
          + " one, or move it away and ingest again";

  private static final String DAMAGED =
      "is damaged or no H2 database; restore a copy, or move it away and ingest again";
  private static final String FULL =
      "the disk is full; what was committed before is safe; make room and run again";
  private static final String FAILING =
      "the disk is full or fails; what was committed before is safe; make room and run again";

  private H2Failure() {}

  static StoreException of(Database database, SQLException e) {
    String what =
        switch (e.getErrorCode()) {
          case WRONG_USER ->
              "is not a database of this program, or its password is another: it is taken from"
                  + " DMARC_REPORTS_DB_PASSWORD";
          case CORRUPT -> DAMAGED;
          case FILE_VERSION -> OTHER_H2;
          case READ_ONLY -> "may not be written";
          case CLOSED -> isSaid(e, "No space left", "File too large") ? FULL : FAILING;
          default ->
              isSaid(e, "Reading from", "File corrupted", "not found in")
                  ? DAMAGED
                  : isSaid(e, "No space left", "File too large")
                      ? FULL
                      : isSaid(e, "Writing to")
                          ? FAILING
                          : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        };
    return new StoreException(database.name() + ": " + what, e);
  }

  static StoreException of(Database database, IOException e) {
    String what =
        e instanceof NoSuchFileException gone
            ? "no such directory: " + gone.getFile()
            : e instanceof AccessDeniedException denied
                ? "not permitted: " + denied.getFile()
                : isSaid(e, "No space left", "File too large")
                    ? FULL
                    : String.valueOf(e.getMessage());
    return new StoreException(database.name() + ": " + what, e);
  }

  /** What H2 throws past JDBC where a file is not what it wrote. */
  static StoreException damaged(Database database, RuntimeException e) {
    return new StoreException(database.name() + ": " + DAMAGED, e);
  }

  /** H2 names what is wrong with a disk or a file in the causes alone. */
  private static boolean isSaid(Throwable e, String... words) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String text = String.valueOf(cause.getMessage());
      if (Stream.of(words).anyMatch(text::contains)) {
        return true;
      }
    }
    return false;
  }
}
