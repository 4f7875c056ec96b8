package dmarcreports.output.metrics;

import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Inert;
import java.util.List;

/**
 * The text format of Prometheus (version 0.0.4), with the last line that makes it OpenMetrics as
 * well. Names and help are the program's, values of labels may be anybody's.
 */
final class Exposition {
  /** Longer values of labels are cut: so many characters tell names apart that people gave. */
  private static final int MOST_CHARACTERS = 128;

  private final Language language;
  private final StringBuilder text = new StringBuilder();

  /** Nothing yet, with help in that language. */
  Exposition(Language language) {
    this.language = language;
  }

  /** A label and its value, which was made inert. */
  record Label(String name, String value) {}

  /** Begins a gauge, of which all samples follow. */
  void begin(Gauge gauge) {
    text.append("# HELP ").append(gauge.series()).append(' ');
    text.append(language.say(gauge)).append('\n');
    text.append("# TYPE ").append(gauge.series()).append(" gauge\n");
  }

  /** One sample. Nowhere may the same labels have two. */
  void sample(Gauge gauge, List<Label> labels, long value) {
    text.append(gauge.series());
    String between = "{";
    for (Label label : labels) {
      text.append(between).append(label.name()).append("=\"");
      text.append(escaped(label.value())).append('"');
      between = ",";
    }
    text.append(labels.isEmpty() ? " " : "} ").append(value).append('\n');
  }

  /** All of it. */
  String end() {
    return text.append("# EOF\n").toString();
  }

  /**
   * The value of a label: on one line, without controls, and short. Different texts may have the
   * same.
   */
  static String value(String anybodys) {
    String line = Inert.line(anybodys);
    return line.codePointCount(0, line.length()) <= MOST_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
