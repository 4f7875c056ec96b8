package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.h2.Resealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document whose bytes were read before is a duplicate, and is not parsed again. */
class SeenDocumentsTest {
  private static final Pattern LEDGER =
      Pattern.compile("\\d+ stored, \\d+ duplicates?, \\d+ conflicts?, \\d+ discarded");

  @TempDir Path folder;
  private Program program;
  private Path inbox;
  private Path report;

  @BeforeEach
  void ingest() throws IOException {
    program = new Program(folder, "reports");
    inbox = folder.resolve("inbox");
    new Rua(inbox).report("mx.example.net", "2026-11-20", Rua.ses(5));
    report = inbox.resolve("mx.example.net-example.com-2026-11-20.xml");
    assertEquals("1 stored, 0 duplicates, 0 conflicts, 0 discarded", ledger());
  }

  private String ledger(String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "ingest";
    command[1] = inbox.toString();
    System.arraycopy(options, 0, command, 2, options.length);
    assertEquals(0, program.run(command), program.err);
    return LEDGER.matcher(program.out).results().findFirst().orElseThrow().group();
  }

  /** What parsing would compare is made another: whoever parses finds a conflict. */
  @Test
  void theBytesAloneDecide() throws Exception {
    assertEquals(
        1, Resealed.after("update reports set content_hash = X'00'", folder.resolve("reports")));
    assertEquals("0 stored, 1 duplicate, 0 conflicts, 0 discarded", ledger());
    Files.writeString(report, Files.readString(report) + "\n");
    assertEquals("0 stored, 0 duplicates, 1 conflict, 0 discarded", ledger());
  }

  @Test
  void otherBytesOfTheSameContentAreADuplicateToo() throws IOException {
    Files.writeString(report, Files.readString(report) + "\n");
    assertEquals("0 stored, 1 duplicate, 0 conflicts, 0 discarded", ledger());
  }

  @Test
  void aReportAboutAnothersDomainIsDiscardedAllTheSame() {
    assertEquals(
        "0 stored, 0 duplicates, 0 conflicts, 1 discarded", ledger("--domains", "example.org"));
    assertEquals(
        "0 stored, 1 duplicate, 0 conflicts, 0 discarded", ledger("--domains", "example.com"));
  }

  @Test
  void whatWasPurgedIsReadAgain() {
    program.printed("purge", "--reporter", "mx.example.net");
    assertEquals("1 stored, 0 duplicates, 0 conflicts, 0 discarded", ledger());
  }

  /** The name of the file is part of such a report, so its bytes alone say nothing. */
  @Test
  void aReportWithoutAWindowIsParsed() throws Exception {
    Files.delete(report);
    String text =
        "<feedback><report_metadata><org_name>mx</org_name><email>d@mx.example</email>"
            + "<report_id>r</report_id></report_metadata><policy_published>"
            + "<domain>example.com</domain><p>none</p></policy_published>"
            + Rua.ses(3)
            + "</feedback>";
    String name = "mx.example!example.com!%d!%d.xml";
    Files.writeString(inbox.resolve(name.formatted(1763596800, 1763683199)), text);
    assertEquals("1 stored, 0 duplicates, 0 conflicts, 0 discarded", ledger());
    assertEquals(
        1,
        Resealed.after(
            "update reports set content_hash = X'00' where report_id = 'r'",
            folder.resolve("reports")));
    assertTrue(ledger().contains("1 conflict"), program.out);
  }
}
