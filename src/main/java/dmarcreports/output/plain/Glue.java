package dmarcreports.output.plain;

/** A blank at which no line is broken, while text is being laid out; printed as any other. */
public final class Glue {
  /** What stands for it. */
  public static final char CHARACTER = '\u00a0';

  private Glue() {}

  /** The text with ordinary blanks. */
  public static String undone(String text) {
    return text.replace(CHARACTER, ' ');
  }
}
