package dmarcreports.output.table;

import dmarcreports.output.plain.Codes;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@code sources.csv} and {@code streams.csv}. */
final class DiagnosisColumns {
  private DiagnosisColumns() {}

  static List<Column<About.Source>> ofSources() {
    List<Column<About.Source>> columns = new ArrayList<>();
    columns.add(new Column<>("domain", line -> line.domain().text()));
    columns.add(
        new Column<>(
            "source_ip", line -> line.source().sourceIp().map(SourceIp::text).orElse(null)));
    columns.addAll(diagnosed());
    return columns;
  }

  static List<Column<About.Stream>> ofStreams() {
    List<Column<About.Stream>> columns = new ArrayList<>();
    columns.add(new Column<>("domain", line -> line.domain().text()));
    columns.add(new Column<>("source_group", line -> line.stream().sourceGroup()));
    columns.add(new Column<>("sources", line -> line.stream().sources()));
    columns.addAll(diagnosed());
    columns.add(Column.json("days", line -> line.stream().days()));
    columns.add(Column.json("reporters", line -> line.stream().reporters()));
    return columns;
  }

  private static <T extends About.Diagnosed> List<Column<T>> diagnosed() {
    return List.of(
        new Column<>("sender", line -> line.mail().diagnosis().sender()),
        new Column<>("messages", line -> line.mail().tally().messages()),
        new Column<>("dmarc_pass", line -> line.mail().tally().pass()),
        new Column<>("dmarc_fail", line -> line.mail().tally().fail()),
        new Column<>("dmarc_unknown", line -> line.mail().tally().unknown()),
        new Column<>("failure", line -> Codes.word(line.mail().diagnosis().failure())),
        new Column<>("class", line -> Codes.word(line.mail().diagnosis().streamClass())),
        new Column<>("confidence", line -> Codes.word(line.mail().diagnosis().confidence())),
        new Column<>(
            "header_from",
            line -> line.mail().diagnosis().headerFrom().map(DomainName::text).orElse(null)),
        new Column<>("spf_domain", line -> line.mail().diagnosis().spfDomain()),
        new Column<>("spf_result", line -> line.mail().diagnosis().spfResult()),
        new Column<>("spf_cause", line -> Codes.word(line.mail().diagnosis().spfCause())),
        new Column<>(
            "dkim_domains",
            line -> line.mail().diagnosis().dkimDomains().stream().map(DomainName::text).toList()),
        new Column<>("dkim_cause", line -> Codes.word(line.mail().diagnosis().dkimCause())),
        new Column<>("quarantined", line -> line.mail().tally().quarantined()),
        new Column<>("rejected", line -> line.mail().tally().rejected()),
        new Column<>(
            "recommendations",
            line -> line.mail().diagnosis().recommendations().stream().map(Codes::word).toList()),
        new Column<>("repaired_min", line -> line.mail().diagnosis().repairedMin()),
        new Column<>("repaired_max", line -> line.mail().diagnosis().repairedMax()),
        new Column<>("first_seen", line -> line.mail().firstSeen()),
        new Column<>("last_seen", line -> line.mail().lastSeen()),
        new Column<>(
            "explanation", line -> line.language().say(line.mail().diagnosis().explanation())),
        Column.json("belonging", line -> line.mail().diagnosis().belonging().word()),
        Column.json("via_forwarder", line -> line.mail().diagnosis().viaForwarder()),
        Column.json("org_method_sensitive", line -> line.mail().diagnosis().orgMethodSensitive()),
        Column.json(
            "rule", line -> line.language().say(line.mail().diagnosis().streamClass().rule())));
  }
}
