package dmarcreports.output.export;

import dmarcreports.output.json.Json;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.table.Column;
import dmarcreports.output.table.CsvLines;
import dmarcreports.report.AlignmentMode;
import dmarcreports.report.AuthResults.Dkim;
import dmarcreports.report.AuthResults.Spf;
import dmarcreports.report.DateRange;
import dmarcreports.report.Deviation;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyEvaluated.Reason;
import dmarcreports.report.SourceIp;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line for each stored record, with all that its report says. */
public final class OwnLines implements RecordLines {
  private static final List<Column<ExportedRecord>> COLUMNS =
      List.of(
          new Column<>("policy_domain", line -> line.policy().domain().text()),
          new Column<>("reporter", line -> line.stored().report().metadata().reporter()),
          new Column<>(
              "reporter_email", line -> line.stored().report().metadata().email().orElse(null)),
          new Column<>("report_id", line -> line.stored().report().metadata().reportId()),
          new Column<>("begin", line -> instant(line.stored().report().window(), DateRange::begin)),
          new Column<>("end", line -> instant(line.stored().report().window(), DateRange::end)),
          new Column<>(
              "source_ip", line -> line.record().sourceIp().map(SourceIp::text).orElse(null)),
          new Column<>("messages", line -> line.record().messages()),
          new Column<>(
              "disposition", line -> word(line.evidence().policyEvaluated().disposition())),
          new Column<>("evaluated_dkim", line -> word(line.evidence().policyEvaluated().dkim())),
          new Column<>("evaluated_spf", line -> word(line.evidence().policyEvaluated().spf())),
          new Column<>("reasons", line -> line.evidence().policyEvaluated().reasons()),
          new Column<>("header_from", line -> text(line.identifiers().headerFrom())),
          new Column<>(
              "envelope_from",
              line ->
                  line.identifiers().nullSender() ? "<>" : text(line.identifiers().envelopeFrom())),
          new Column<>("envelope_to", line -> text(line.identifiers().envelopeTo())),
          new Column<>("dkim", line -> line.evidence().authResults().dkim()),
          new Column<>("spf", line -> line.evidence().authResults().spf()),
          new Column<>("p", line -> word(line.policy().p())),
          new Column<>("sp", line -> word(line.policy().sp())),
          new Column<>("np", line -> word(line.policy().np())),
          new Column<>("adkim", line -> letter(line.policy().adkim())),
          new Column<>("aspf", line -> letter(line.policy().aspf())),
          new Column<>("pct", line -> line.policy().pct().orElse(null)),
          new Column<>("fo", line -> line.policy().fo().orElse(null)),
          new Column<>(
              "testing", line -> line.policy().testing().map(yes -> yes ? "y" : "n").orElse(null)),
          new Column<>("discovery_method", line -> word(line.policy().discoveryMethod())),
          new Column<>("format", line -> Codes.word(line.stored().format())),
          new Column<>(
              "deviations",
              line ->
                  Stream.concat(
                          line.stored().deviations().stream(),
                          line.evidence().deviations().stream())
                      .map(Deviation::toString)
                      .toList()),
          new Column<>("input", line -> line.stored().input()),
          new Column<>("failure", line -> Codes.word(line.diagnosis().failure())),
          new Column<>("class", line -> Codes.word(line.diagnosis().streamClass())));

  private final OutputStream to;
  private final Optional<CsvLines> csv;

  private OwnLines(OutputStream to, Optional<CsvLines> csv) {
    this.to = to;
    this.csv = csv;
  }

  /** Lines of CSV, the header first. */
  public static OwnLines csv(OutputStream to) throws IOException {
    CsvLines lines = new CsvLines(to);
    lines.line(COLUMNS.stream().map(Column::name).toList());
    return new OwnLines(to, Optional.of(lines));
  }

  /** Lines of JSON. */
  public static OwnLines jsonLines(OutputStream to) {
    return new OwnLines(to, Optional.empty());
  }

  @Override
  public void line(ExportedRecord line) throws IOException {
    if (csv.isPresent()) {
      List<Object> cells = new ArrayList<>(COLUMNS.size());
      for (Column<ExportedRecord> column : COLUMNS) {
        cells.add(cell(column.value().apply(line)));
      }
      csv.get().line(cells);
    } else {
      Map<String, Object> json = new LinkedHashMap<>();
      for (Column<ExportedRecord> column : COLUMNS) {
        json.put(column.name(), json(column.value().apply(line)));
      }
      to.write((Json.line(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void finish() throws IOException {
    if (csv.isPresent()) {
      csv.get().close();
    }
    to.flush();
  }

  private static Object cell(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(OwnLines::compact).collect(Collectors.joining(" "))
        : value;
  }

  private static String compact(Object one) {
    if (one instanceof Dkim dkim) {
      return none(text(dkim.domain()))
          + dkim.selector().map(selector -> "/" + selector).orElse("")
          + "="
          + none(word(dkim.result()));
    }
    if (one instanceof Spf spf) {
      return none(text(spf.domain()))
          + spf.scope().map(scope -> "/" + Codes.word(scope)).orElse("")
          + "="
          + none(word(spf.result()));
    }
    if (one instanceof Reason reason) {
      return none(word(reason.type())) + reason.comment().map(text -> ":" + text).orElse("");
    }
    return String.valueOf(one);
  }

  private static String none(String text) {
    return text == null ? "" : text;
  }

  private static Object json(Object value) {
    return value instanceof List<?> list ? list.stream().map(OwnLines::object).toList() : value;
  }

  private static Object object(Object one) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (one instanceof Dkim dkim) {
      object.put("domain", text(dkim.domain()));
      object.put("selector", dkim.selector().orElse(null));
      object.put("result", word(dkim.result()));
      object.put("human_result", dkim.humanResult().orElse(null));
    } else if (one instanceof Spf spf) {
      object.put("domain", text(spf.domain()));
      object.put("scope", word(spf.scope()));
      object.put("result", word(spf.result()));
      object.put("human_result", spf.humanResult().orElse(null));
    } else if (one instanceof Reason reason) {
      object.put("type", word(reason.type()));
      object.put("comment", reason.comment().orElse(null));
    } else {
      return one;
    }
    return object;
  }

  private static String instant(DateRange window, Function<DateRange, Instant> side) {
    return side.apply(window).toString();
  }

  private static String word(Optional<? extends Enum<?>> constant) {
    return constant.map(Codes::word).orElse(null);
  }

  private static String letter(Optional<AlignmentMode> mode) {
    return mode.map(one -> one == AlignmentMode.STRICT ? "s" : "r").orElse(null);
  }

  private static String text(Optional<DomainName> domain) {
    return domain.map(DomainName::text).orElse(null);
  }
}
