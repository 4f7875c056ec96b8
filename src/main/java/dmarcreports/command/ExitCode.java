package dmarcreports.command;

/** What the process exits with. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** Could not be done; run it again. */
  public static final int FAILED = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** Done, but inputs were discarded. */
  public static final int DISCARDED = 3;

  /** Done, and something needs attention. */
  public static final int ATTENTION = 4;

  private ExitCode() {}
}
