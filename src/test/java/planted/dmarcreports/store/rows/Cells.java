package planted.dmarcreports.store.rows;

/** What none outside may know. */
public final class Cells {
  private Cells() {}

  public static void read() {
    // inside
  }
}
