package dmarcreports.output.text;

import dmarcreports.output.plain.Lines;

/** Labels in a column of their own, before what they are about. */
final class Labels {
  private Labels() {}

  /** With the blank that follows it, but where a full-width sign ends it, which has its own. */
  static String mark(String label) {
    boolean spaced = !label.isEmpty() && Lines.isWide(label.codePointBefore(label.length()));
    return spaced ? label : label + " ";
  }

  /** So many columns wide; one that is longer is kept apart by a blank. */
  static String padded(String label, int width) {
    return label + " ".repeat(Math.max(1, width - Lines.width(label)));
  }
}
