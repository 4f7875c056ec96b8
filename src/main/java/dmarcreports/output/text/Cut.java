package dmarcreports.output.text;

/** Text of strangers, no longer than a reader can take in. */
final class Cut {
  private static final int MOST = 200;

  private Cut() {}

  static String of(String text) {
    return text.length() <= MOST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST))) + "\u2026";
  }
}
