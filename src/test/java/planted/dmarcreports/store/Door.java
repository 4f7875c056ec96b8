package planted.dmarcreports.store;

/** What others may know. */
public final class Door {
  private Door() {}

  public static void open() {
    // a door
  }
}
