package dmarcreports.output.plain;

/** How many of something there are, in plain digits, as scripts read them too. */
public final class Counted {
  private Counted() {}

  /** {@code 1 duplicate}, {@code 2 duplicates}. */
  public static String of(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
