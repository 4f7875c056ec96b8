package dmarcreports.flow;

import dmarcreports.store.Copy;
import dmarcreports.store.open.Database;
import dmarcreports.stored.Copied;

/** One database in, the same in another out, read back and compared. */
public final class Copying {
  private Copying() {}

  /** Copies all of it, or goes on where it was stopped. */
  public static Copied run(Access from, Database to) {
    return Copy.copy(from.database(), to, from.patience());
  }
}
