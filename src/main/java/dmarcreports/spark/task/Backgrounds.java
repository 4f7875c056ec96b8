package dmarcreports.spark.task;

import dmarcreports.analysis.Background;
import dmarcreports.analysis.sums.ReporterFindings.Fault;
import dmarcreports.report.SourceIp;
import dmarcreports.spark.seam.Setting;
import java.util.Optional;
import java.util.stream.Collectors;

/** The background that a setting tells. */
final class Backgrounds {
  private Backgrounds() {}

  static Background of(Setting setting) {
    return new Background(
        setting.accounts().stream()
            .map(
                one ->
                    new Background.Account(
                        one.reporter(),
                        Optional.ofNullable(one.fault()).map(Fault::valueOf),
                        one.messages(),
                        one.records()))
            .toList(),
        setting.ses().stream().map(SourceIp::of).collect(Collectors.toSet()));
  }
}
