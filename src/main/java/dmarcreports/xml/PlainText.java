package dmarcreports.xml;

/** The text of a plain record without the content of its source and count, which is of ASCII. */
final class PlainText {
  private final byte[] ascii;
  private final long hash;
  private final int lines;

  /**
   * @param hash the same for the same text, never asked for more
   * @param lines how many lines end in it
   */
  PlainText(byte[] ascii, long hash, int lines) {
    this.ascii = ascii;
    this.hash = hash;
    this.lines = lines;
  }

  long hash() {
    return hash;
  }

  int length() {
    return ascii.length;
  }

  int lines() {
    return lines;
  }

  /** Whether so many characters of it from one place on are those of another text. */
  boolean has(int place, char[] text, int from, int to) {
    for (int i = from, at = place; i < to; i++, at++) {
      if (ascii[at] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
