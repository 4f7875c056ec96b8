package dmarcreports.output.text;

import dmarcreports.output.wording.Listed;

/** Several things of one kind, each with a dash before it. */
final class ListText {
  private ListText() {}

  /** Below what they are. */
  static void write(Listed listed, Paragraphs out) {
    out.wrapped(listed.heading());
    items(listed, out);
  }

  /** Without what they are. */
  static void items(Listed listed, Paragraphs out) {
    listed.items().forEach(item -> out.wrapped("- ", "  ", item));
    listed.more().ifPresent(out::wrapped);
  }
}
