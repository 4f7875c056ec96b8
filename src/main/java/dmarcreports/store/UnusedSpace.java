package dmarcreports.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The space in the file of a database that pages left which were written anew elsewhere. H2 uses it
 * again, but not within 45 s, in case a disk writes out of order.
 */
final class UnusedSpace {
  /**
   * Of a hundred bytes of the file so many at least are to be in use. Writing a file anew costs in
   * proportion to what is in use; at this share no more than a few times what filled it up.
   */
  private static final int LEAST_USED = 75;

  /** Smaller files, in bytes, stay as they are. */
  private static final long SMALL = 1L << 20;

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private UnusedSpace() {}

  /** Whether so much of an open database's file is unused that it pays to take it out. */
  static boolean isMuch(Connection connection) throws SQLException {
    long filled = setting(connection, "info.FILL_RATE");
    long used = setting(connection, "info.CHUNKS_FILL_RATE");
    return setting(connection, "info.FILE_SIZE") > SMALL && filled * used < LEAST_USED * 100L;
  }

  private static long setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet value =
            statement.executeQuery(
                "select cast(setting_value as bigint) from information_schema.settings"
                    + " where setting_name = '"
                    + name
                    + "'")) {
      value.next();
      return value.getLong(1);
    }
  }

  /**
   * Writes what is in use of the file of a closed database into a new one, and puts that in its
   * place once it is on disk. Where there is no room for it, or no right to it, all stays as it is.
   */
  static void takeOut(Path file) throws IOException {
    Path real = file.toRealPath();
    Path room = Database.sibling(real, ".fresh");
    Path fresh = room.resolve(real.getFileName());
    try {
      cleanUp(fresh);
      // nobody else looks into it before the new file has its permissions
      Files.createDirectory(room, PRIVATE);
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
