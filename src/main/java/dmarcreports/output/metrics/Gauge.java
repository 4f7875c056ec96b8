package dmarcreports.output.metrics;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.output.plain.Codes;
import java.util.List;

/** Something that is watched. Its words are its help; its name is a promise to dashboards. */
enum Gauge implements Phrase {
  MESSAGES,
  OWN_MESSAGES,
  ACTIONS_OPEN,
  NEWEST_REPORT_TIMESTAMP_SECONDS,
  DISCARDS,
  LEFT_OUT;

  /** As Prometheus knows it. */
  String series() {
    return "dmarc_reports_" + Codes.word(this);
  }

  @Override
  public String subject() {
    return "metrics";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
