package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar, given single mails: those of known truth, and those that nobody should send. */
class MailIT {
  private static final Path MAILS = Path.of("src/test/resources/mails").toAbsolutePath();
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  @Test
  void everyMailIsExplainedAsItIsInProcess() throws Exception {
    Jar jar = new Jar(folder);
    try (Stream<Path> mails = Files.list(MAILS)) {
      for (Path mail : mails.sorted().toList()) {
        String name = mail.getFileName().toString().replace(".eml", "");
        for (String format : List.of("text", "json")) {
          String end = format.equals("text") ? ".txt" : ".json";
          Jar.Run run = jar.shell("jar explain - --format " + format + " < '" + mail + "'");
          Golden.assertMatches(
              "explain/mail/" + name + end, run.printed().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    assertFalse(Files.exists(folder.resolve("dmarc-reports.mv.db")), "no database is made");
  }

  /** Within 256 MiB. */
  @Test
  void hostileMailsEndInOneLineOrInBounds() throws Exception {
    write("fields", "From: a@example.com\r\n", "X-A: 1\r\n", 100_000);
    write("line", "From: a@example.com\r\nX-A: ", "x", 8 * MIB);
    write("comments", "From: a@example.com\r\nAuthentication-Results: x; spf=pass ", "(", 900_000);
    write("results", "From: a@example.com\r\nAuthentication-Results: x; ", "spf=pass;", 100_000);
    write("authors", "From: ", "a@example.com,", 70_000);
    write("tags", "From: a@example.com\r\nDKIM-Signature: ", "a=b;", 200_000);
    write("body", "From: a@example.com\r\n" + signatures() + "\r\n", " \t x", 9 * MIB);
    write("large", "From: a@example.com\r\n\r\n", "x\r\n", 15 * MIB);
    write(
        "parts",
        "From: a@example.com\r\nContent-Type: multipart/report; report-type=x;"
            + " boundary=b\r\n\r\n",
        "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@c.example\r\n",
        100_000);
    Jar jar = new Jar(folder);
    for (String name :
        List.of(
            "fields", "line", "comments", "results", "authors", "tags", "body", "large", "parts")) {
      for (String format : List.of("text", "json")) {
        long start = System.nanoTime();
        Jar.Run run = jar.run("explain ./" + name + ".eml --format " + format);
        assertTrue(System.nanoTime() - start < 60_000_000_000L, name);
        assertFalse(run.err().contains("\tat ") || run.err().contains("OutOfMemory"), run.err());
        if (run.code() == 1) {
          Jar.isOneLine(run, 1, "./" + name + ".eml: mail ", "larger than");
        } else {
          assertEquals(0, run.code(), name + run.err());
          assertTrue(format.equals("json") || run.out().lines().count() < 500, name);
        }
      }
    }
  }

  private static String signatures() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      all.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s; l=")
          .append(MIB * 30 - i)
          .append("; h=from; bh=x; b=x\r\n");
    }
    return all.toString();
  }

  private void write(String name, String first, String again, int times) throws IOException {
    byte[] more = again.repeat(1000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".eml")))) {
      out.write(first.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < times / 1000; i++) {
        out.write(more);
      }
    }
  }
}
