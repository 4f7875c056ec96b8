package dmarcreports.store.h2;

import dmarcreports.file.DurableFiles;
import dmarcreports.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The space in the file of a database that pages left which were written anew elsewhere. H2 uses it
 * again, but not within 45 s, in case a disk writes out of order.
 */
final class UnusedSpace {
  /** Percent of the file. Below it, writing the rest anew costs less than writing the file did. */
  private static final int LEAST_USED = 75;

  /** Smaller files, in bytes, stay as they are. */
  private static final long SMALL = 1L << 20;

  private UnusedSpace() {}

  /** Whether so much of an open database's file is unused that it pays to take it out. */
  static boolean isMuch(Connection connection, Path file) throws SQLException, IOException {
    if (Files.size(file) <= SMALL) {
      return false;
    }
    long used = 1;
    try (Statement statement = connection.createStatement();
        ResultSet rates =
            statement.executeQuery(
                "select cast(setting_value as bigint) from information_schema.settings"
                    + " where setting_name in ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')")) {
      while (rates.next()) {
        used *= rates.getLong(1);
      }
    }
    return used < LEAST_USED * 100L;
  }

  /**
   * Writes what is in use of the file of a closed database into a new one, and puts that in its
   * place once it is on disk. Where there is no room for it, or no right to it, all stays as it is.
   */
  static void takeOut(Path file) throws IOException {
    Path real = file.toRealPath();
    Path room = DurableFiles.sibling(real, ".fresh");
    Path fresh = room.resolve(real.getFileName());
    try {
      cleanUp(fresh);
      // nobody else looks into it before the new file has its permissions
      Files.createDirectory(room, PrivateFiles.DIRECTORY);
      MVStore.compact(real.toString(), fresh.toString(), true, null);
      Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(real));
      DurableFiles.force(fresh);
      DurableFiles.replace(fresh, real);
      cleanUp(fresh);
    } catch (IOException | MVStoreException tooLittleRoom) {
      cleanUp(fresh);
    }
  }

  /** Removes an attempt: this one, or that of a run which was killed. */
  private static void cleanUp(Path fresh) {
    try {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(fresh.getParent());
    } catch (IOException inTheWay) {
      // what stands there is not ours; without the place for it, the file stays as it is
    }
  }
}
