package dmarcreports.output.html.view;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What stands beside the days of a domain */
public enum ChartPhrase implements Phrase {
  SAYS("first", "last", "peak", "peak_day", "worst", "worst_day"),
  SAYS_NONE_FAIL("first", "last", "peak", "peak_day"),
  CAPTION,
  PASS,
  FAIL,
  UNKNOWN,
  FROM_BELOW,
  DAY,
  AS_TABLE("days"),
  CHANGED,
  MORE("days", "list"),
  FAILING_SINCE("what"),
  BACK_SINCE("what"),
  REPAIRED_SINCE("what"),
  SILENT_SINCE("what");

  private final List<String> arguments;

  ChartPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "html.chart";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
