package dmarcreports.output.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dmarcreports.output.plain.Inert;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of CSV. Text that a spreadsheet could take for a formula is made text. The cells go to
 * Jackson's generator as they come: what it maps objects with would be hundreds of classes more.
 */
public final class CsvLines implements AutoCloseable {
  private final CsvGenerator generator;
  private boolean begun;

  /** Writes to a stream, which stays open. */
  public CsvLines(OutputStream to) throws IOException {
    generator =
        new CsvFactory().createGenerator(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    generator.setSchema(CsvSchema.emptySchema().withLineSeparator("\r\n"));
  }

  /** One line. */
  public void line(List<?> values) throws IOException {
    for (Object value : values) {
      cell(value);
    }
    end();
  }

  /** One cell: a number as it is, null as an empty one, a list with a space between. */
  void cell(Object value) throws IOException {
    if (!begun) {
      generator.writeStartArray();
      begun = true;
    }
    if (value instanceof Number) {
      generator.writeNumber(value.toString());
    } else if (value == null) {
      generator.writeString("");
    } else {
      generator.writeString(
          Inert.cell(value instanceof List<?> list ? joined(list) : value.toString()));
    }
  }

  /** Ends a line. */
  void end() throws IOException {
    generator.writeEndArray();
    begun = false;
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
    generator.close();
  }
}
