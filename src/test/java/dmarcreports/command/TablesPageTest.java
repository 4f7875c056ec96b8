package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about tables says of columns, beside those that are written. */
class TablesPageTest {
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  @TempDir Path folder;

  /** The names in the first column of its tables, and those of the small tables beside. */
  private static Set<String> named(String page) {
    Set<String> named = new TreeSet<>(Set.of("day", "reporter"));
    for (String line : page.lines().filter(line -> line.startsWith("| `")).toList()) {
      Matcher name = NAME.matcher(line.split("\\|")[1]);
      while (name.find()) {
        named.add(name.group(1));
      }
    }
    return named;
  }

  @Test
  void everyColumnIsExplainedAndNoneThatIsNotThere() throws Exception {
    Program program = new Program(folder, "reports");
    assertEquals(0, program.run("ingest", "sample-reports", "-q"), program.err);
    Path out = folder.resolve("csv");
    program.printed("analyze", "--format", "csv", "--out", out.toString());
    List<String> tables = new ArrayList<>(List.of(program.printed("export")));
    for (String table : "domains sources streams actions daily reporters".split(" ")) {
      tables.add(Files.readString(out.resolve(table + ".csv")));
    }
    Set<String> written = new TreeSet<>();
    for (String table : tables) {
      written.addAll(List.of(table.lines().findFirst().orElseThrow().split(",")));
    }
    String page = Files.readString(Path.of("src/site/markdown/tables.md"));
    assertEquals(written, named(page));
    assertTrue(page.contains("each domain and `day`") && page.contains("each `reporter`"));
  }
}
