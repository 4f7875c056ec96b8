package planted.dmarcreports.command;

import planted.dmarcreports.store.rows.Cells;

/** Breaks a rule of the house. */
public final class OpensTheStore {
  private OpensTheStore() {}

  static void broken() {
    Cells.read();
  }
}
