package dmarcreports.output.text;

import dmarcreports.output.plain.Lines;

/** Labels in a column of their own, before what they are about. */
final class Labels {
  private Labels() {}

  /** So many columns wide; one that is longer is kept apart by a blank. */
  static String padded(String label, int width) {
    return label + " ".repeat(Math.max(1, width - Lines.width(label)));
  }
}
