package dmarcreports.output.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.output.table.Column;
import dmarcreports.output.table.Table;
import dmarcreports.output.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** All tables as one JSON object, and before them what they are about. */
public final class JsonOutput implements Output {
  @Override
  public void write(Findings findings, OutputStream to) throws IOException {
    try (JsonGenerator json = Json.mapper().createGenerator(to)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> one : JsonHead.of(findings).entrySet()) {
        json.writeObjectField(one.getKey(), one.getValue());
      }
      for (Table<?> table : Tables.ALL) {
        json.writeArrayFieldStart(table.name());
        write(table, findings, json);
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static <T> void write(Table<T> table, Findings findings, JsonGenerator json)
      throws IOException {
    table
        .content()
        .to(
            findings,
            line -> {
              json.writeRaw('\n');
              json.writeStartObject();
              for (Column<T> column : table.columns()) {
                json.writeObjectField(column.name(), Json.value(column.value().apply(line)));
              }
              json.writeEndObject();
            });
  }
}
