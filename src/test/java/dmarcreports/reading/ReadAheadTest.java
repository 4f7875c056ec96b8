package dmarcreports.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.ReportXml;
import dmarcreports.Rua;
import dmarcreports.command.Program;
import dmarcreports.store.Databases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a mailbox is the same, however many threads read it. */
class ReadAheadTest {
  private static final String LARGE = " ".repeat(3 << 20);

  @TempDir private Path home;
  private Path mailbox;

  /** Of all that can happen to an input something, in a mixed order that is the same each time. */
  @BeforeEach
  void fill() throws IOException {
    mailbox = Files.createDirectory(home.resolve("rua"));
    Random random = new Random(5);
    for (int i = 0; i < 120; i++) {
      String report = report(i);
      String name = "%08x".formatted(random.nextInt());
      Path file = mailbox.resolve(name);
      byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
      switch (i % 12) {
        case 0 -> Files.write(file, gzip(bytes));
        case 1 -> Files.write(file, zip(report, report(1_000 + i), "no report", report(i - 1)));
        case 2 -> Files.writeString(file, mail(report) + mail(report(2_000 + i)));
        case 3 -> Files.write(file, Arrays.copyOf(gzip(bytes), 200));
        case 4 -> Files.writeString(file, report.replace("><", ">\n  <"));
        case 5 -> Files.writeString(file, report(i - 1).replace("<count>1<", "<count>2<"));
        case 6 -> Files.writeString(file, report.replace("<feedback>", "<!DOCTYPE a><feedback>"));
        case 7 -> Files.writeString(file, report(i - 3));
        case 8 -> Files.writeString(file, "a letter");
        case 9 -> Files.writeString(file, report + LARGE);
        case 10 -> Files.writeString(file, report.replace("</feedback>", many() + "</feedback>"));
        default -> Files.writeString(file, report.replace("<count>", "<count>x"));
      }
    }
  }

  @Test
  void theDatabaseAndWhatIsSaidAreTheSame() throws Exception {
    String one = run(1);
    assertTrue(one.contains(" conflict: "), one);
    assertFalse(one.contains(" 0 duplicates"), one);
    assertTrue(one.contains(": truncated: ") && one.contains(": doctype: "), one);
    for (int jobs : List.of(2, 3, 16)) {
      assertEquals(one, run(jobs), jobs + " jobs");
    }
  }

  @Test
  void filesLeaveAsWithOneThread() throws Exception {
    List<String> left = new ArrayList<>();
    for (int jobs : List.of(1, 4)) {
      Program program = new Program(home, "left" + jobs);
      program.run(
          "ingest", mailbox.toString(), "--after", "delete", "--jobs", Integer.toString(jobs));
      try (Stream<Path> files = Files.list(mailbox)) {
        left.add(files.map(file -> file.getFileName().toString()).sorted().toList().toString());
      }
      fill(mailbox);
    }
    assertEquals(left.get(0), left.get(1));
    assertTrue(left.get(0).length() > 100, left.get(0));
  }

  private void fill(Path again) throws IOException {
    try (Stream<Path> files = Files.list(again)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(again);
    fill();
  }

  @Test
  void aNumberOfThreadsIsOne() {
    for (String wrong : List.of("0", "-1", "257", "many", "")) {
      Program program = new Program(home, "db");
      assertEquals(2, program.run("ingest", mailbox.toString(), "--jobs=" + wrong), wrong);
      assertTrue(program.err.contains("--jobs"), program.err);
    }
  }

  private String run(int jobs) throws Exception {
    Program program = new Program(home, "db" + jobs);
    program.run("ingest", mailbox.toString(), "--jobs", Integer.toString(jobs));
    String said = program.out.replaceAll("db\\d+", "db");
    return said + program.err + rows(home.resolve("db" + jobs));
  }

  private static String rows(Path db) throws Exception {
    StringBuilder rows = new StringBuilder();
    String url = Databases.parse(db.toString()).url() + ";ACCESS_MODE_DATA=r";
    try (Connection connection = DriverManager.getConnection(url, "dmarc", "");
        Statement statement = connection.createStatement();
        ResultSet script =
            statement.executeQuery(
                "script nopasswords nosettings table policies, evidences, reports, records, discards, runs")) {
      while (script.next()) {
        rows.append(script.getString(1)).append('\n');
      }
    }
    return rows.toString().replaceAll("TIMESTAMP WITH TIME ZONE '[^']*'", "a time");
  }

  private static String many() {
    return Rua.stranger(1).repeat(1_500);
  }

  private static String report(int number) {
    long begin = 1_700_000_000L + 86_400L * number;
    return ReportXml.of(
        "reporter.example", number, begin, "example.com", Rua.ses(1), Rua.stranger(1 + number));
  }

  private static String mail(String report) {
    return "From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b\nContent-Type: text/xml\n\n"
        + report
        + "\n\n";
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String... members) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < members.length; i++) {
        zip.putNextEntry(new ZipEntry(i + ".xml"));
        zip.write(members[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }
}
