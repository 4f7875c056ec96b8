package dmarcreports.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables that the program wrote: each a list of lines, each line its cells by column. */
record Answer(Map<String, List<Map<String, String>>> tables) {

  /** The files of {@code --format csv}. */
  static Answer ofCsv(Path directory) throws IOException {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".csv", "");
        try (MappingIterator<Map<String, String>> lines =
            new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
          tables.put(name, lines.readAll());
        }
      }
    }
    return new Answer(tables);
  }

  /** The object of {@code --format json}, its cells written as CSV has them. */
  static Answer ofJson(String json) throws IOException {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    JsonNode root = new ObjectMapper().readTree(json);
    root.properties()
        .forEach(
            table -> {
              List<Map<String, String>> lines = new ArrayList<>();
              for (JsonNode line : table.getValue()) {
                Map<String, String> cells = new TreeMap<>();
                line.properties().forEach(c -> cells.put(c.getKey(), cell(c.getValue())));
                lines.add(cells);
              }
              tables.put(table.getKey(), lines);
            });
    return new Answer(tables);
  }

  private static String cell(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? "" : value.asText();
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.asText()));
    return String.join(" ", items);
  }

  /** The lines of a table about a domain. */
  List<Map<String, String>> lines(String table, String domain) {
    return tables.getOrDefault(table, List.of()).stream()
        .filter(line -> domain.equals(line.get("domain")))
        .toList();
  }
}
