package dmarcreports.output.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dmarcreports.analysis.lookup.Asked;
import dmarcreports.analysis.lookup.CheckedDomain;
import dmarcreports.analysis.lookup.Finding;
import dmarcreports.analysis.lookup.Remark;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.dns.Answer;
import dmarcreports.dns.ResourceRecord;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.plain.Maps;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** One object with all that was looked up. */
public final class CheckJson {
  private static final int SCHEMA_VERSION = 1;

  private final Language language;

  private CheckJson(Language language) {
    this.language = language;
  }

  public static void write(List<CheckedDomain> checked, Language language, OutputStream to)
      throws IOException {
    CheckJson all = new CheckJson(language);
    try (JsonGenerator json = Json.mapper().createGenerator(to)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeArrayFieldStart("domains");
      for (CheckedDomain domain : checked) {
        json.writeRaw('\n');
        all.write(domain, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void write(CheckedDomain domain, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("domain", domain.domain().text());
    json.writeStringField("verdict", Codes.word(domain.severity()));
    json.writeNumberField("stored_messages", domain.seen().messages());
    json.writeStringField(
        "newest_day", domain.seen().newestDay().map(Object::toString).orElse(null));
    json.writeArrayFieldStart("findings");
    for (Finding finding : domain.findings()) {
      json.writeRaw('\n');
      json.writeObject(finding(finding));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private Map<String, Object> finding(Finding finding) {
    return Maps.of(
        "topic",
        Codes.word(finding.topic()),
        "name",
        finding.name(),
        "severity",
        Codes.word(finding.severity()),
        "asked",
        finding.asked().stream().map(CheckJson::asked).toList(),
        "tree",
        finding.tree(),
        "remarks",
        finding.remarks().stream().map(this::remark).toList());
  }

  private static Map<String, Object> asked(Asked asked) {
    return Maps.of(
        "question",
        asked.question().toString(),
        "outcome",
        outcome(asked.answer()),
        "aliases",
        aliases(asked.answer()).stream().map(ResourceRecord::toString).toList(),
        "records",
        asked.answer().found().stream().map(ResourceRecord::toString).toList(),
        "server",
        asked.answer() instanceof Answer.Failed failed ? failed.server() : null);
  }

  private static String outcome(Answer answer) {
    if (answer instanceof Answer.Found) {
      return "found";
    }
    if (answer instanceof Answer.Absent absent) {
      return absent.kind() == Answer.Absence.NAME ? "no_name" : "no_data";
    }
    return Codes.word(((Answer.Failed) answer).kind());
  }

  private static List<ResourceRecord> aliases(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found.aliases();
    }
    return answer instanceof Answer.Absent absent ? absent.aliases() : List.of();
  }

  private Map<String, Object> remark(Remark remark) {
    return Maps.of(
        "code",
        remark.code(),
        "severity",
        Codes.word(remark.severity()),
        "meaning",
        language.say(remark.meaning()),
        "advice",
        remark.advice().map(language::say).orElse(null),
        "publish",
        remark.publish().stream().map(DnsRecord::text).toList());
  }
}
