package dmarcreports.output.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dmarcreports.analysis.lookup.CheckedDomain;
import dmarcreports.analysis.lookup.Finding;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One object with all that was looked up. */
public final class CheckJson {
  private static final int SCHEMA_VERSION = 1;

  private final FindingJson findings;

  private CheckJson(Language language) {
    this.findings = new FindingJson(language);
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
      json.writeObject(findings.of(finding));
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
