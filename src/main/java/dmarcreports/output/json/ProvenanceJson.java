package dmarcreports.output.json;

import dmarcreports.report.CarryingMail;
import dmarcreports.report.header.StatedResults;
import dmarcreports.stored.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where reports came from, as one JSON object. */
public final class ProvenanceJson {
  private ProvenanceJson() {}

  public static void write(List<Provenance> reports, OutputStream to) throws IOException {
    Map<String, Object> json =
        Map.of("reports", reports.stream().map(ProvenanceJson::report).toList());
    to.write((Json.line(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> report(Provenance report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("report_id", report.reportId());
    json.put("reporter", report.reporter());
    json.put("policy_domain", report.domain().text());
    json.put("day", report.day().toString());
    json.put("records", report.records());
    json.put("messages", report.messages());
    json.put("conflict", report.conflict());
    json.put("stored", report.stored().toString());
    json.put("input", report.input());
    json.put("mail", report.mail().map(ProvenanceJson::mail).orElse(null));
    return json;
  }

  private static Map<String, Object> mail(CarryingMail mail) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", mail.from().orElse(null));
    json.put("date", mail.date().orElse(null));
    json.put("message_id", mail.messageId().orElse(null));
    json.put("authentication_results", mail.authenticationResults().orElse(null));
    mail.authenticationResults()
        .map(StatedResults::parse)
        .ifPresent(
            stated -> {
              json.put("stated_by", stated.server().orElse(null));
              json.put("stated", stated.results());
            });
    return json;
  }
}
