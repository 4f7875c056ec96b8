package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.DkimKey;

/** Commands that ask DNS as receivers do. */
final class Dig {
  private Dig() {}

  static String txt(Object name) {
    return "dig +short TXT " + name;
  }

  static String txt(DkimKey key) {
    return txt(key.name());
  }
}
