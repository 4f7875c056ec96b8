package dmarcreports.output.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dmarcreports.output.plain.Inert;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of CSV. Text that a spreadsheet could take for a formula is made text. */
public final class CsvLines implements AutoCloseable {
  private final SequenceWriter writer;

  /** Writes to a stream, which stays open. */
  public CsvLines(OutputStream to) throws IOException {
    writer =
        new CsvMapper()
            .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"))
            .writeValues(new OutputStreamWriter(to, StandardCharsets.UTF_8));
  }

  /** One line: numbers as they are, null as an empty cell, lists with a space between. */
  public void line(List<?> values) throws IOException {
    List<Object> cells = new ArrayList<>(values.size());
    for (Object value : values) {
      cells.add(cell(value));
    }
    writer.write(cells);
  }

  private static Object cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number) {
      return value;
    }
    String text = value instanceof List<?> list ? joined(list) : value.toString();
    return Inert.cell(text);
  }

  private static String joined(List<?> list) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      text.append(i == 0 ? "" : " ").append(list.get(i));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
