package dmarcreports.output.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dmarcreports.output.plain.Inert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
  private static final String CHARACTERS = "aZ09 -_.,;:'\"=+@/\\\t\n\r\u00e9\u3042\u202e\ufeff";

  @Test
  void writesEachKindOfCell() throws IOException {
    assertEquals(
        "1,0.5000,,plain,\"a b\",\"say \"\"no\"\"\",\"'=1\",true,\r\n",
        written(
            List.of(
                Arrays.asList(
                    1L,
                    new BigDecimal("0.5000"),
                    null,
                    "plain",
                    List.of("a", "b"),
                    "say \"no\"",
                    "=1",
                    true,
                    ""))));
  }

  /** Files of earlier versions were written by the mapper: the next one is the same to the byte. */
  @Test
  void writesWhatTheMapperWrites() throws IOException {
    Random random = new Random(7);
    List<List<?>> lines = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      List<Object> cells = new ArrayList<>();
      for (int cell = random.nextInt(4); cell >= 0; cell--) {
        cells.add(random.nextInt(5) == 0 ? (Object) random.nextLong() : text(random));
      }
      lines.add(cells);
    }
    assertEquals(byMapper(lines), written(lines));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(28); length > 0; length--) {
      boolean plain = random.nextInt(4) > 0;
      text.append(plain ? 'x' : CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  private static String written(List<List<?>> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvLines csv = new CsvLines(out)) {
      for (List<?> line : lines) {
        csv.line(line);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String byMapper(List<List<?>> lines) throws IOException {
    StringWriter out = new StringWriter();
    try (SequenceWriter csv =
        new CsvMapper()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"))
            .writeValues(out)) {
      for (List<?> line : lines) {
        csv.write(
            line.stream().map(cell -> cell instanceof String s ? Inert.cell(s) : cell).toList());
      }
    }
    return out.toString();
  }
}
