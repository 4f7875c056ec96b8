package dmarcreports.store.rows;

/** Names of files and members, and fields of mails, which may hold any character. */
public final class Names {
  private static final char UNKNOWN = 0xFFFD;

  private Names() {}

  /** A name as a database takes it: PostgreSQL cannot hold a NUL. */
  public static String storable(String name) {
    return name == null ? null : name.replace('\0', UNKNOWN);
  }
}
