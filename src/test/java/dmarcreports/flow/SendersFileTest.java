package dmarcreports.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.ReportXml;
import dmarcreports.Rua;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.command.DmarcReports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner's own senders, and another public suffix list, from a file to the findings. */
class SendersFileTest {
  private static final String HEADER = "match,name,ownership\n";

  @TempDir Path directory;
  private Path file;
  private String out;
  private String err;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("senders.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "# my senders\n\n", "\r\n"})
  void isReadWithCommentsBlankLinesAndByteOrderMark(String before) throws Exception {
    Files.writeString(
        file,
        before
            + "Match, Name ,OWNERSHIP\r\n"
            + "192.0.2.0/24,\"Our servers, all of them\",ours\n"
            + "\n"
            + "  # not these\n"
            + " Twilio SendGrid , , Ours \n"
            + "other.org,会報,theirs\n"
            + "2001:db8::/32,,forwarder");
    SendersFile read = SendersFile.read(file, SenderProfiles.standard());
    assertEquals(List.of(), read.faults());
    assertEquals(
        List.of(
            new SenderLabel("192.0.2.0/24", "Our servers, all of them", Ownership.OURS),
            new SenderLabel("Twilio SendGrid", "", Ownership.OURS),
            new SenderLabel("other.org", "会報", Ownership.THEIRS),
            new SenderLabel("2001:db8::/32", "", Ownership.FORWARDER)),
        read.labels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.0/24,,mine          | :2: ownership 'mine'; write ours, theirs or forwarder
          192.0.2.0/24,ours           | :2: has 2 cells; write match,name,ownership
          192.0.2.0/24,,ours,more     | :2: has 4 cells
          192.0.2.0/24;;ours          | with commas between
          192.0.2.0/33,,ours          | :2: '192.0.2.0/33' is no network
          Resend,,ours                | :2: Resend leaves no trace of its own
          ,,ours                      | :2: names no sender
          other.org,"Our,ours         | :2: is no line of CSV
          """)
  void eachBadLineIsToldWithItsRemedy(String line, String fault) throws Exception {
    Files.writeString(file, HEADER + line + "\n\nother.org,,ours\nOther.org,,theirs\n");
    assertEquals(2, run("analyze", "--senders", file.toString()));
    assertTrue(err.contains(file + fault) || err.contains(fault), err);
    assertTrue(err.contains(file + ":5: 'Other.org' is on line 4 already"), err);
    assertEquals("", out);
    assertEquals(3, err.lines().count(), err);
    assertEquals(2, run("export", "--senders", file.toString()));
  }

  @Test
  void aFileWithoutItsHeaderIsToldOnce() throws Exception {
    Files.writeString(file, "192.0.2.0/24,,ours\n192.0.2.1,,ours\n");
    assertEquals(2, run("analyze", "--senders", file.toString()));
    assertTrue(err.startsWith(file + ":1: the first line must be match,name,ownership"), err);
    assertEquals(2, err.lines().count(), err);
    Files.writeString(file, "");
    assertEquals(2, run("analyze", "--senders", file.toString()));
    assertTrue(err.contains("is empty"), err);
  }

  @Test
  void otherThanUtf8IsToldAndWhatCannotBeReadIsAFailure() throws Exception {
    Files.write(
        file, (HEADER + "other.org,Z\u00fcrich,ours").getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(2, run("analyze", "--senders", file.toString()));
    assertTrue(err.contains("is no text in UTF-8"), err);
    assertEquals(1, run("analyze", "--senders", directory.resolve("none.csv").toString()));
    assertTrue(err.contains("none.csv: no such file"), err);
  }

  @Test
  void manyBadLinesAreCountedNotAllShown() throws Exception {
    Files.writeString(file, HEADER + "x,,ours\n".repeat(50));
    assertEquals(2, run("analyze", "--senders", file.toString()));
    assertEquals(21, err.lines().count(), err);
    assertTrue(err.contains("(and 30 lines more)"), err);
  }

  @Test
  void labelsReachAnalyzeAndExportAlsoFromTheConfiguration() throws Exception {
    Files.writeString(file, HEADER + "sendgrid.net,Our newsletter,ours\n");
    Path report = directory.resolve("report.xml");
    Files.writeString(report, report("sendgrid.net"));
    String db = directory.resolve("db").toString();
    assertEquals(0, run("ingest", "--db", db, report.toString()));
    assertEquals(0, run("analyze", "--db", db, "--format", "csv"));
    assertTrue(out.contains("vendor_unaligned,likely"), out);
    assertEquals(0, run("analyze", "--db", db, "--format", "csv", "--senders", file.toString()));
    assertTrue(out.contains("Our newsletter") && out.contains("vendor_unaligned,certain"), out);
    assertFalse(out.contains("ask_owner"), out);
    Files.writeString(file, HEADER + "sendgrid.net,,theirs\n");
    Path config = directory.resolve("config.properties");
    Files.writeString(config, "senders=" + file.toString().replace("\\", "/") + "\n");
    assertEquals(0, run("export", "--db", db, "--config", config.toString()));
    assertTrue(out.contains(",spoof_suspect"), out);
  }

  @Test
  void anotherPublicSuffixListDecidesWhoBelongsTogether() throws Exception {
    Path report = directory.resolve("report.xml");
    Files.writeString(report, report("mail.example.com"));
    String db = directory.resolve("db").toString();
    run("ingest", "--db", db, report.toString());
    assertEquals(0, run("analyze", "--db", db, "--format", "csv", "--all"));
    assertTrue(out.contains("report_fail_contradicted"), out);
    Path list = directory.resolve("list.dat");
    Files.writeString(list, "// a list\ncom\nexample.com\n");
    String option = "--public-suffix-list";
    assertEquals(0, run("analyze", "--db", db, "--format", "csv", option, list.toString()));
    assertTrue(out.contains("pass_foreign"), out);
    Files.writeString(list, "<html>not found</html>\n");
    assertEquals(2, run("analyze", "--db", db, option, list.toString()));
    assertTrue(err.contains("is no public suffix list"), err);
  }

  private static String report(String passing) {
    return ReportXml.of(1, Rua.record("192.0.2.1", 7, passing, passing));
  }

  private int run(String... args) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            args,
            new ByteArrayInputStream(new byte[0]),
            written,
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            Map.of("HOME", directory.toString()));
    out = written.toString(StandardCharsets.UTF_8);
    err = errors.toString(StandardCharsets.UTF_8);
    return code;
  }
}
