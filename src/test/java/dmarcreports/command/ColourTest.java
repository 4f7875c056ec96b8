package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where output is coloured, and where it never is. */
class ColourTest {
  private static final Terminals OUT_ONLY = new Terminals(true, false);
  private static final Terminals ERR_ONLY = new Terminals(false, true);
  private static final Map<String, String> ABLE = Map.of("TERM", "xterm");

  @TempDir static Path folder;

  @BeforeAll
  static void ingest() {
    run(ERR_ONLY, Map.of(), "ingest", "sample-reports");
  }

  private static String run(Terminals terminals, Map<String, String> environment, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--db", folder.resolve("reports").toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            all.toArray(String[]::new),
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminals,
            environment);
    assertEquals(0, code, () -> err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static boolean isColoured(String text) {
    return text.contains("\u001b");
  }

  @Test
  void textIsColouredOnATerminalThatIsAbleAndNowhereElse() {
    assertTrue(isColoured(run(OUT_ONLY, ABLE, "analyze")));
    assertFalse(isColoured(run(ERR_ONLY, ABLE, "analyze")));
    assertFalse(isColoured(run(OUT_ONLY, Map.of("TERM", "dumb"), "analyze")));
    assertFalse(isColoured(run(OUT_ONLY, Map.of("TERM", "xterm", "NO_COLOR", "1"), "analyze")));
    assertFalse(isColoured(run(OUT_ONLY, ABLE, "analyze", "--format", "csv")));
    assertFalse(isColoured(run(OUT_ONLY, ABLE, "analyze", "--format", "json")));
  }

  @Test
  void aFileIsNeverColoured() throws Exception {
    Path coloured = folder.resolve("on-a-terminal.txt");
    Path plain = folder.resolve("elsewhere.txt");
    run(OUT_ONLY, ABLE, "analyze", "--out", coloured.toString());
    run(ERR_ONLY, Map.of(), "analyze", "--out", plain.toString());
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(coloured));
    assertFalse(isColoured(Files.readString(coloured)));
  }
}
