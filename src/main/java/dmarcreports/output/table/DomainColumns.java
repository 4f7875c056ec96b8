package dmarcreports.output.table;

import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Maps;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@code domains.csv}. */
final class DomainColumns {
  private DomainColumns() {}

  static List<Column<About.Domain>> all() {
    List<Column<About.Domain>> columns = new ArrayList<>();
    columns.add(new Column<>("domain", line -> line.findings().domain().text()));
    columns.add(new Column<>("p", line -> Codes.word(line.stored().newest().p())));
    columns.add(new Column<>("sp", line -> Codes.word(line.stored().newest().sp())));
    columns.add(new Column<>("np", line -> Codes.word(line.stored().newest().np())));
    columns.add(new Column<>("adkim", line -> Codes.letter(line.stored().newest().adkim())));
    columns.add(new Column<>("aspf", line -> Codes.letter(line.stored().newest().aspf())));
    columns.add(new Column<>("pct", line -> line.stored().newest().pct().orElse(null)));
    columns.add(
        new Column<>(
            "testing",
            line -> line.stored().newest().testing().map(yes -> yes ? "y" : "n").orElse(null)));
    columns.add(new Column<>("messages", line -> line.findings().tally().messages()));
    columns.add(new Column<>("dmarc_pass", line -> line.findings().tally().pass()));
    columns.add(new Column<>("dmarc_fail", line -> line.findings().tally().fail()));
    columns.add(new Column<>("dmarc_unknown", line -> line.findings().tally().unknown()));
    columns.add(new Column<>("pass_rate", line -> Codes.rate(line.findings().tally().passRate())));
    columns.add(new Column<>("spf_aligned", line -> line.findings().tally().spfAligned()));
    columns.add(new Column<>("dkim_aligned", line -> line.findings().tally().dkimAligned()));
    columns.add(new Column<>("quarantined", line -> line.findings().tally().quarantined()));
    columns.add(new Column<>("rejected", line -> line.findings().tally().rejected()));
    columns.add(new Column<>("overridden", line -> line.findings().tally().overridden()));
    columns.add(new Column<>("reports", line -> line.stored().reports()));
    columns.add(new Column<>("reporters", line -> line.stored().reporters()));
    columns.add(new Column<>("first_seen", line -> line.findings().firstSeen()));
    columns.add(new Column<>("last_seen", line -> line.findings().lastSeen()));
    columns.add(new Column<>("ready_for", line -> Codes.ready(line.findings().readyFor())));
    columns.add(new Column<>("blocked_by", line -> line.findings().blockedBy()));
    columns.add(Column.json("today", line -> line.findings().today().toString()));
    columns.add(
        Column.json(
            "believed_ours",
            line -> {
              Tally tally = line.findings().believedOurs();
              return Maps.of(
                  "messages", tally.messages(),
                  "dmarc_pass", tally.pass(),
                  "dmarc_fail", tally.fail(),
                  "pass_rate", Codes.rate(tally.passRate()));
            }));
    columns.add(
        Column.json(
            "readiness",
            line ->
                line.findings().readiness().stream()
                    .map(
                        r ->
                            Maps.of(
                                "tag", r.tag().word(),
                                "published", Codes.word(r.published()),
                                "ready_for", Codes.ready(r.readyFor()),
                                "blocked_by", r.blockedBy(),
                                "lost_ours", r.ours(),
                                "lost_perhaps_ours", r.perhapsOurs(),
                                "stopped", r.others(),
                                "shortages",
                                    r.shortages().stream().map(s -> s.of().word()).toList()))
                    .toList()));
    columns.add(
        Column.json(
            "tightening",
            line ->
                line.findings().tightenings().stream()
                    .map(
                        t ->
                            Maps.of(
                                "change", t.tag(),
                                "lost_min", t.lostMin(),
                                "lost_max", t.lostMax()))
                    .toList()));
    return columns;
  }
}
