package dmarcreports.store.rows;

import dmarcreports.store.open.StoreException;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Rows of a database that may be damaged. */
public final class Rows {
  private Rows() {}

  /**
   * What a row says.
   *
   * @param what it is, with its number
   * @throws StoreException where no row of this program says that
   */
  public static <T> T read(String what, Supplier<T> row) {
    try {
      return row.get();
    } catch (IllegalArgumentException | NullPointerException | NoSuchElementException e) {
      throw new StoreException(
          what
              + " cannot be read: the database is damaged; restore a copy, or move it away and"
              + " ingest again",
          e);
    }
  }
}
