package dmarcreports.output.table;

import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of {@code sources.csv} and {@code streams.csv}. */
final class DiagnosisColumns {
  private DiagnosisColumns() {}

  static List<Column<About.Source>> ofSources() {
    return diagnosed(
        List.of(
            new Column<>("domain", line -> line.domain().text()),
            new Column<>(
                "source_ip", line -> line.source().sourceIp().map(SourceIp::text).orElse(null))),
        line ->
            new Diagnosed(
                line.source().tally(),
                line.source().diagnosis(),
                line.source().firstSeen(),
                line.source().lastSeen(),
                line.language()));
  }

  static List<Column<About.Stream>> ofStreams() {
    List<Column<About.Stream>> columns =
        diagnosed(
            List.of(
                new Column<>("domain", line -> line.domain().text()),
                new Column<>("source_group", line -> line.stream().sourceGroup()),
                new Column<>("sources", line -> line.stream().sources())),
            line ->
                new Diagnosed(
                    line.stream().tally(),
                    line.stream().diagnosis(),
                    line.stream().firstSeen(),
                    line.stream().lastSeen(),
                    line.language()));
    columns.add(Column.json("days", line -> line.stream().days()));
    columns.add(Column.json("reporters", line -> line.stream().reporters()));
    return columns;
  }

  private static <T> List<Column<T>> diagnosed(
      List<Column<T>> keys, Function<T, Diagnosed> diagnosed) {
    List<Column<T>> columns = new ArrayList<>(keys);
    for (Column<Diagnosed> column : diagnosed()) {
      columns.add(
          new Column<>(
              column.name(), line -> column.value().apply(diagnosed.apply(line)), column.inCsv()));
    }
    return columns;
  }

  private static List<Column<Diagnosed>> diagnosed() {
    return List.of(
        new Column<>("sender", line -> line.diagnosis().sender()),
        new Column<>("messages", line -> line.tally().messages()),
        new Column<>("dmarc_pass", line -> line.tally().pass()),
        new Column<>("dmarc_fail", line -> line.tally().fail()),
        new Column<>("dmarc_unknown", line -> line.tally().unknown()),
        new Column<>("failure", line -> Codes.word(line.diagnosis().failure())),
        new Column<>("class", line -> Codes.word(line.diagnosis().streamClass())),
        new Column<>("confidence", line -> Codes.word(line.diagnosis().confidence())),
        new Column<>(
            "header_from",
            line -> line.diagnosis().headerFrom().map(DomainName::text).orElse(null)),
        new Column<>("spf_domain", line -> line.diagnosis().spfDomain()),
        new Column<>("spf_result", line -> line.diagnosis().spfResult()),
        new Column<>("spf_cause", line -> Codes.word(line.diagnosis().spfCause())),
        new Column<>(
            "dkim_domains",
            line -> line.diagnosis().dkimDomains().stream().map(DomainName::text).toList()),
        new Column<>("dkim_cause", line -> Codes.word(line.diagnosis().dkimCause())),
        new Column<>("quarantined", line -> line.tally().quarantined()),
        new Column<>("rejected", line -> line.tally().rejected()),
        new Column<>(
            "recommendations",
            line -> line.diagnosis().recommendations().stream().map(Codes::word).toList()),
        new Column<>("repaired_min", line -> line.diagnosis().repairedMin()),
        new Column<>("repaired_max", line -> line.diagnosis().repairedMax()),
        new Column<>("first_seen", Diagnosed::firstSeen),
        new Column<>("last_seen", Diagnosed::lastSeen),
        new Column<>("explanation", line -> line.language().say(line.diagnosis().explanation())),
        Column.json("belonging", line -> line.diagnosis().belonging().word()),
        Column.json("via_forwarder", line -> line.diagnosis().viaForwarder()),
        Column.json("org_method_sensitive", line -> line.diagnosis().orgMethodSensitive()),
        Column.json("rule", line -> line.language().say(line.diagnosis().streamClass().rule())));
  }

  private record Diagnosed(
      Tally tally,
      Diagnosis diagnosis,
      LocalDate firstSeen,
      LocalDate lastSeen,
      Language language) {}
}
