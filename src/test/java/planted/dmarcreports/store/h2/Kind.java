package planted.dmarcreports.store.h2;

/** What one may know. */
public final class Kind {
  private Kind() {}

  public static void open() {
    // of one kind
  }
}
