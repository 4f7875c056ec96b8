package dmarcreports.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dmarcreports.output.json.Json;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.table.CsvLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text of a stranger, in a cell, a line and JSON: it does nothing, and reads back. */
class CellFuzzIT {
  private static final Pattern ACTIVE =
      Pattern.compile(
          "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
  private static final String FORMULA = "=+-@\t\r";

  static Stream<String> texts() {
    return Stream.of(
        "plain",
        "=1+1",
        " =1",
        "\t@SUM(1)",
        "\uff1d1",
        "\u00a0=1",
        "\u3000-1",
        "\u200b=1",
        "a\nb",
        "\u001b[31m",
        "\u202egnp.exe",
        "a\",\"=1",
        "'=1",
        ";=1",
        "\ud83d\ude00",
        "\ud83d",
        "\ufe631",
        "\u2212" + "1",
        "<script>",
        "a\u0000b",
        "\u03cb\u007f0");
  }

  @MethodSource("texts")
  @FuzzTest
  void cells(String text) throws IOException {
    if (text == null) {
      return;
    }
    String line = Inert.line(text);
    assertFalse(ACTIVE.matcher(line).find(), line);
    String csv = csv(text);
    String cell = read(csv);
    assertEquals(Inert.cell(text), cell);
    String narrow = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    assertTrue(narrow.isEmpty() || FORMULA.indexOf(narrow.charAt(0)) < 0, csv);
    String json = Json.line(Map.of("text", text));
    assertTrue(json.chars().allMatch(c -> c >= ' ' && c < 0x7f), json);
    assertEquals(text, Json.mapper().readTree(json).get("text").asText());
  }

  private static String csv(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvLines lines = new CsvLines(out)) {
      lines.line(List.of(text, "end"));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String read(String csv) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv)) {
      String[] cells = rows.next();
      assertEquals(2, cells.length, csv);
      assertFalse(rows.hasNext(), csv);
      return cells[0];
    }
  }
}
