package dmarcreports.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.Rua;
import dmarcreports.command.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports about the domains of others. */
class OwnDomainsTest {
  @TempDir Path folder;

  private Program program(String db) {
    return new Program(folder, db);
  }

  private Path inbox(String name, String... domains) throws IOException {
    Path inbox = folder.resolve(name);
    for (String domain : domains) {
      new Rua(inbox).about(domain, "mx.example.net", "2026-11-20", Rua.ses(5));
    }
    return inbox;
  }

  @Test
  void whatIsAboutAnotherDomainIsDiscardedAndChangesNoSum() throws IOException {
    Path own = inbox("own", "example.com", "sub.example.com");
    Path all = inbox("all", "example.com", "sub.example.com", "notexample.com", "com", "x.test");
    Program alone = program("alone-db");
    alone.run("ingest", own.toString());
    Program program = program("all-db");
    assertEquals(0, program.run("ingest", all.toString(), "--domains", "Example.COM."));
    assertTrue(
        program.out.contains(" 2 stored, 0 duplicates, 0 conflicts, 3 discarded"), program.out);
    assertTrue(
        program.err.contains("foreign_domain: is about x.test, which is not in --domains"),
        program.err);
    assertEquals(alone.printed("analyze"), program.printed("analyze"));
    assertEquals(3, program.printed("discards").split(" foreign_domain ").length - 1);
    assertEquals(
        3, program.run("ingest", all.toString(), "--domains", "example.com", "--fail-on-discard"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com,example.org",
        " example.com , example.org ",
        "@%s/list",
      })
  void aListMayStandInAFile(String list) throws IOException {
    Files.writeString(
        folder.resolve("list"), "\uFEFF# ours, not x.test\nexample.com # x.test\r\nexample.org\n");
    Path inbox = inbox("inbox", "example.com", "example.org", "x.test");
    Program program = program("reports");
    String domains = "--domains=" + list.formatted(folder);
    assertEquals(0, program.run("ingest", inbox.toString(), domains), program.err);
    assertTrue(
        program.out.contains(" 2 stored, 0 duplicates, 0 conflicts, 1 discarded"), program.out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "example.com,*.org", "192.0.2.1", "@list-of-none"})
  void isNoList(String list) throws IOException {
    Path empty = Files.writeString(folder.resolve("none"), "# nothing\n");
    String domains = list.startsWith("@") ? "@" + empty : list;
    Program program = program("reports");
    assertEquals(
        2, program.run("ingest", inbox("inbox").getParent().toString(), "--domains=" + domains));
    assertTrue(program.err.startsWith("--domains: "), program.err);
    assertFalse(Files.exists(folder.resolve("reports.mv.db")));
  }

  @Test
  void aMissingListIsNamed() throws IOException {
    Program program = program("reports");
    assertEquals(1, program.run("ingest", folder.toString(), "--domains=@" + folder + "/gone"));
    assertEquals(folder + "/gone: no such file or directory\n", program.err);
  }

  @Test
  void newDomainsAreShownApartButNotTheFirst() throws Exception {
    Program program = program("reports");
    program.run("ingest", inbox("first", "example.com", "example.org").toString());
    assertEquals("", program.err);
    Path second = inbox("second", "example.com", "x.test", "a.test");
    program.run("ingest", second.toString(), "--format", "json");
    assertEquals(
        "new domains, which no report was about before: a.test, x.test; if they are not yours,"
            + " purge them and give --domains\n",
        program.err);
    JsonNode json = new ObjectMapper().readTree(program.out);
    assertEquals("[\"a.test\",\"x.test\"]", json.get("new_domains").toString());
    program.run("ingest", second.toString(), "--format", "json");
    assertEquals("", program.err);
    assertEquals("[]", new ObjectMapper().readTree(program.out).get("new_domains").toString());
  }

  @Test
  void aRetryWithoutTheListLetsNoneIn() throws IOException {
    Path inbox = inbox("inbox", "example.com", "x.test");
    Program program = program("reports");
    program.run("ingest", inbox.toString(), "--domains", "example.com");
    program.run("discards", "--retry");
    assertTrue(program.out.contains("0 documents: 0 stored"), program.out);
    assertTrue(program.err.contains("give --domains to read it again"), program.err);
    program.run("discards", "--retry", "--domains", "example.com,x.test");
    assertTrue(program.out.contains(" 1 stored"), program.out);
    assertEquals("", program.printed("discards"));
  }

  @Test
  void theQuarantineTakesThem() throws IOException {
    Path inbox = inbox("inbox", "example.com", "x.test");
    Path quarantine = folder.resolve("quarantine");
    program("reports")
        .run(
            "ingest",
            inbox.toString(),
            "--domains=example.com",
            "--after=delete",
            "--quarantine=" + quarantine);
    assertEquals(0, inbox.toFile().list().length);
    assertEquals(1, quarantine.toFile().list().length);
  }
}
