package planted.dmarcreports.flow;

import planted.dmarcreports.store.rows.Cells;

/** Breaks a rule of the house. */
public final class ClimbsIntoRows {
  private ClimbsIntoRows() {}

  static void broken() {
    Cells.read();
  }
}
