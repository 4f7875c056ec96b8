package dmarcreports.output;

import dmarcreports.output.json.Json;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.table.CsvLines;
import dmarcreports.output.text.DiscardText;
import dmarcreports.stored.Discarded;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the list of what was discarded is written. */
public enum DiscardFormat {
  TEXT {
    @Override
    public void write(List<Discarded> discards, Language language, OutputStream to)
        throws IOException {
      DiscardText.write(discards, language, to);
    }
  },
  CSV {
    @Override
    public void write(List<Discarded> discards, Language language, OutputStream to)
        throws IOException {
      try (CsvLines lines = new CsvLines(to)) {
        lines.line(COLUMNS);
        for (Discarded one : discards) {
          lines.line(cells(one));
        }
      }
    }
  },
  JSON {
    @Override
    public void write(List<Discarded> discards, Language language, OutputStream to)
        throws IOException {
      List<Object> list = new ArrayList<>();
      for (Discarded one : discards) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> cells = cells(one);
        for (int column = 0; column < COLUMNS.size(); column++) {
          object.put(COLUMNS.get(column), cells.get(column));
        }
        list.add(object);
      }
      String json = Inert.line(Json.line(Map.of("discards", list))) + "\n";
      to.write(json.getBytes(StandardCharsets.UTF_8));
    }
  };

  private static final List<String> COLUMNS =
      List.of("when", "input", "member", "reason", "detail", "place");

  private static List<String> cells(Discarded one) {
    return Arrays.asList(
        one.when().toString(),
        one.input(),
        one.member().orElse(null),
        one.reason(),
        one.detail(),
        one.place());
  }

  /** Writes the list; the stream stays open. */
  public abstract void write(List<Discarded> discards, Language language, OutputStream to)
      throws IOException;
}
