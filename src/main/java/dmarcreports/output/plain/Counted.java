package dmarcreports.output.plain;

/** How many of something there are, in plain digits, as scripts read them too. */
public final class Counted {
  private Counted() {}

  /** {@code 1 duplicate}, {@code 2 duplicates}. */
  public static String of(long number, String what) {
    return number + " " + noun(number, what);
  }

  /** The word for so many: {@code address}, {@code addresses}. */
  private static String noun(long number, String what) {
    return number == 1 ? what : what + (what.endsWith("s") ? "es" : "s");
  }
}
