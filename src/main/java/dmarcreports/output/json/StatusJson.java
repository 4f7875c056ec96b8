package dmarcreports.output.json;

import dmarcreports.report.DomainName;
import dmarcreports.stored.Holdings;
import dmarcreports.stored.Reporter;
import dmarcreports.stored.Run;
import dmarcreports.stored.RunSums;
import dmarcreports.stored.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a database holds, as one JSON object. */
public final class StatusJson {
  private StatusJson() {}

  public static void write(Holdings holdings, OutputStream to) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("db", holdings.database());
    json.put("bytes", holdings.bytes().isPresent() ? holdings.bytes().getAsLong() : null);
    json.put("schema", holdings.schema());
    json.put("engine", holdings.engine());
    json.put("reports", holdings.reports());
    json.put("conflicts", holdings.conflicts());
    json.put("records", holdings.records());
    json.put("messages", holdings.messages());
    json.put("domains", holdings.domains().stream().map(DomainName::text).toList());
    json.put("first_day", holdings.days().map(days -> days.first().toString()).orElse(null));
    json.put("last_day", holdings.days().map(days -> days.last().toString()).orElse(null));
    json.put("reporters", holdings.reporters().stream().map(StatusJson::reporter).toList());
    json.put("discards", holdings.discards());
    json.put("runs", holdings.runs().stream().map(StatusJson::run).toList());
    json.put("waiting", holdings.waiting().stream().map(StatusJson::waiting).toList());
    to.write((Json.line(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> reporter(Reporter reporter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", reporter.name());
    json.put("reports", reporter.reports());
    json.put("messages", reporter.messages());
    json.put("last_day", reporter.lastSeen().toString());
    return json;
  }

  private static Map<String, Object> run(Run run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("started", run.started().toString());
    json.put("ended", run.ended().map(Instant::toString).orElse(null));
    json.put("finished", run.ended().isPresent());
    json.put("version", run.version());
    if (run.sums().isPresent()) {
      RunSums sums = run.sums().get();
      json.put("inputs", sums.inputs());
      json.put("not_reports", sums.notReports());
      json.put("unreadable", sums.unreadable());
      json.put("stored", sums.stored());
      json.put("duplicates", sums.duplicates());
      json.put("conflicts", sums.conflicts());
      json.put("discarded", sums.discarded());
      json.put("records", sums.records());
      json.put("messages", sums.messages());
    }
    return json;
  }

  private static Map<String, Object> waiting(Waiting waiting) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("receiver", waiting.label());
    json.put("messages", waiting.messages());
    json.put("since", waiting.since().toString());
    return json;
  }
}
