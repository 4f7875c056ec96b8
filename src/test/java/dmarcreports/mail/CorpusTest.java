package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reports as they were really sent, where the corpus is at hand. */
class CorpusTest {
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final Path EXPECTED = CORPUS.resolve("expected.tsv");
  private static final int PATH = 0;
  private static final int REPORTS = 1;
  private static final int CLASS = 11;

  @Test
  void everyReportThatIsReadableIsFound() throws IOException {
    assumeTrue(Files.exists(EXPECTED));
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(EXPECTED)) {
      String[] cells = line.split("\t", -1);
      if (List.of("ok", "optional", "recoverable").contains(cells[CLASS])) {
        expected.put(cells[PATH], Integer.valueOf(cells[REPORTS]));
      }
    }
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, Integer> file : expected.entrySet()) {
      Seen seen = Seen.in(Input.of(CORPUS.resolve(file.getKey())), Limits.defaults());
      if (seen.documents.size() != file.getValue() || !seen.discards.isEmpty()) {
        missing.add(file + " but " + seen.origins + " " + seen.discards);
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(expected.size() > 50);
  }
}
