package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dmarcreports.Rua;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of a database: needed to open it, and nowhere to be read. */
class PasswordTest {
  private static final String SECRET = "c0rrect-horse";

  @TempDir Path folder;
  private String said = "";

  private int run(String password, String... arguments) {
    List<String> args = new ArrayList<>(List.of(arguments));
    args.addAll(List.of("--db", folder.resolve("reports").toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        DmarcReports.run(
            args.toArray(String[]::new),
            InputStream.nullInputStream(),
            out,
            err,
            false,
            Map.of("HOME", folder.toString(), "DMARC_REPORTS_DB_PASSWORD", password));
    said += out.toString(StandardCharsets.UTF_8);
    return code;
  }

  @BeforeEach
  void ingest() throws IOException {
    Path inbox = new Rua(folder.resolve("inbox")).report("a.net", "2026-11-20").directory();
    assertEquals(0, run(SECRET, "ingest", inbox.toString(), "-v"), said);
  }

  @Test
  void opensTheDatabaseAndNothingElseDoes() {
    assertEquals(0, run(SECRET, "status", "--verify"), said);
    for (String wrong : List.of("", "wrong", SECRET + " ")) {
      said = "";
      assertEquals(1, run(wrong, "status"));
      assertEquals(
          folder.resolve("reports.mv.db")
              + ": is not a database of this program, or its password is another: it is taken from"
              + " DMARC_REPORTS_DB_PASSWORD\n",
          said);
    }
  }

  @Test
  void isNeitherSaidNorWritten() throws IOException {
    run(SECRET, "status", "-v", "--format", "json");
    run(SECRET, "ingest", "missing", "-v");
    run(SECRET + "x", "analyze", "-v");
    assertFalse(said.contains(SECRET), said);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(SECRET), file.toString());
      }
    }
  }

  /** After many reports the file is opened once more, to take unused space out of it. */
  @Test
  void closesALargeRunToo() throws IOException {
    Rua rua = new Rua(folder.resolve("large"));
    for (int i = 0; i < 260; i++) {
      rua.report("mx" + i + ".example.net", "2026-11-20");
    }
    assertEquals(0, run(SECRET, "ingest", rua.directory().toString(), "-q"), said);
    assertEquals(0, run(SECRET, "status", "--verify"), said);
  }
}
