package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar on files that are odd: no files, names that are no text, others still growing. */
class OddFilesIT {
  @TempDir Path folder;
  private Jar jar;

  @BeforeEach
  void fill() throws IOException {
    jar = new Jar(folder);
    new Rua(folder.resolve("inbox")).report("mx.example.net", "2026-11-20", Rua.ses(5));
  }

  @Test
  void whatIsNoFileHoldsNothingUp() throws Exception {
    Files.copy(Jar.FILE, folder.resolve("it.jar"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Jar.Run made =
        jar.shell(
            """
            mkdir odd odd/closed odd/unlisted; cd odd
            cp ../inbox/*.xml good.xml; cp good.xml denied.xml; chmod 000 denied.xml
            cp good.xml closed/; chmod 000 closed; chmod 111 unlisted
            mkfifo fifo; ln -s fifo to-fifo; ln -s /dev/zero zero; ln -s /dev/tty tty
            ln -s nothing dangling; ln -s itself itself; ln -s a b; ln -s b a; ln -s .. up
            ln -s good.xml linked.xml; ln -s /dev/stdin stdin; ln -s /proc/self/mem mem
            [ $(id -u) != 0 ] || mknod device c 1 5
            python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")' 2> /dev/null
            find . -mindepth 1 ! -type d ! -path './closed/*' 2> /dev/null | wc -l
            """);
    long entries = Long.parseLong(made.out().strip()) + 2;
    long begun = System.nanoTime();
    Jar.Run run = jar.shell(Jar.BOUND + "umask 000; jar ingest odd --db odd-db --format json");
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertEquals(0, run.code(), run.err());
    JsonNode ledger = new ObjectMapper().readTree(run.out());
    assertEquals(entries, ledger.get("inputs").asLong(), run.out() + run.err());
    assertEquals(1, ledger.get("stored").asLong());
    assertEquals(0, ledger.get("duplicates").asLong(), "a link that is met is not followed");
    assertEquals(entries - 1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("odd/linked.xml: a link, passed over; to have it"), run.err());
    Jar.Run named = jar.run("ingest odd/linked.xml --db odd-2");
    assertTrue(named.printed().startsWith("1 input: 1 with reports"), named.printed());
    assertTrue(run.err().contains("odd/denied.xml: unreadable: may not be read"), run.err());
    assertTrue(seconds < 60, seconds + " s");
    for (String one : List.of("odd/fifo", "odd/to-fifo", "/dev/zero", "odd/tty", "odd/itself")) {
      Jar.isOneLine(jar.run("ingest " + one + " --db odd-2"), 0, "no regular file; passed over");
    }
  }

  /** A record without a row is one whose messages nobody can count, as one without a count is. */
  @Test
  void aReportWithARecordThatCannotBeCountedIsDiscardedWhole() throws Exception {
    Jar.Run run =
        jar.shell(
            """
            mkdir bad
            sed 's|</feedback>|<record/></feedback>|' inbox/*.xml > bad/rowless.xml
            sed 's|<count>[0-9]*</count>||' inbox/*.xml > bad/countless.xml
            jar ingest bad --db bad-db
            """);
    assertTrue(run.out().contains("0 stored, 0 duplicates, 0 conflicts, 2 discarded"), run.out());
    assertTrue(run.err().contains("bad/rowless.xml: missing_field: "), run.err());
    assertTrue(run.err().contains("bad/countless.xml: missing_field: "), run.err());
    assertEquals(2, run.err().lines().count(), run.err());
  }

  @Test
  void namesAreBytesInAnyCharacterSet() throws Exception {
    jar.shell("mkdir names; mv inbox/* names/-leading.xml; cd names; touch -- '*' '?' '[a]'");
    byte[][] names = {
      "a\nb".getBytes(StandardCharsets.UTF_8),
      "a\tb".getBytes(StandardCharsets.UTF_8),
      {27, '[', '3', '1', 'm'},
      {'b', (byte) 0xff, (byte) 0xfe, 'd'},
      {(byte) 0xc3, (byte) 0xa9},
      {(byte) 0xe9},
      "'quote\"`$(touch x)".getBytes(StandardCharsets.UTF_8),
      "%s%n\\".getBytes(StandardCharsets.UTF_8),
      " ".getBytes(StandardCharsets.UTF_8),
      "x".repeat(255).getBytes(StandardCharsets.UTF_8),
      {(byte) 0xe2, (byte) 0x80, (byte) 0xae, 'x'}
    };
    StringBuilder copies = new StringBuilder("cd names\n");
    for (byte[] name : names) {
      copies.append("cp -- -leading.xml ").append(Jar.word(name)).append('\n');
    }
    assertEquals("", jar.shell(copies + "").err());
    for (String locale : List.of("C", "C.UTF-8")) {
      Jar.Run run = jar.shell("export LC_ALL=" + locale + "; jar ingest names --db " + locale);
      assertEquals("", run.err());
      assertTrue(
          run.out()
              .startsWith(
                  "15 inputs: 12 with reports, 3 not a report, 0 unreadable · 12 documents: 1"
                      + " stored, 11 duplicates, "),
          run.out());
      Jar.Run moved =
          jar.shell(
              "export LC_ALL="
                  + locale
                  + "; cp -r names copy; jar ingest copy --after move:done --db "
                  + locale
                  + "; ls copy | wc -l; LC_ALL=C ls -b done | LC_ALL=C sort > moved."
                  + locale
                  + "; rm -r copy done");
      assertEquals("", moved.err());
      assertTrue(moved.out().endsWith("\n3\n"), moved.out());
    }
    assertEquals(
        Files.readString(folder.resolve("moved.C")),
        Files.readString(folder.resolve("moved.C.UTF-8")));
    assertTrue(
        jar.shell("cd names; jar ingest --db ../dash -- -leading.xml")
            .printed()
            .contains("1 stored"));
  }

  @Test
  void filesThatGrowAreReadWholeOnceTheyAreWhole() throws Exception {
    Rua rua = new Rua(folder.resolve("source"));
    String records = Rua.stranger(1).repeat(20);
    for (int i = 0; i < 24; i++) {
      rua.report("r" + i + ".example.net", "2026-11-20", records);
    }
    Jar.Run run =
        jar.shell(
            """
            mkdir box
            (for chunk in $(seq 0 11); do
               for file in source/*; do
                 tail -c +$((chunk * 900 + 1)) $file | head -c 900 >> box/${file##*/}
               done
               cp source/r1.* box/passing-$chunk; cp source/r2.* box/next; mv box/next box/replaced
               sleep 0.3; rm box/passing-$chunk
             done) & writer=$!
            while kill -0 $writer 2> /dev/null; do
              jar ingest box --db growing || echo failed
            done
            jar ingest box --db growing
            """);
    assertTrue(!run.out().contains("failed"), run.err());
    String last = run.out().lines().reduce("", (a, b) -> b);
    assertTrue(last.startsWith("25 inputs: 25 with reports, 0 not a report, 0 unr"), last);
    assertTrue(last.contains(" 0 conflicts, 0 discarded"), last);
    try (Stream<Path> files = Files.list(folder.resolve("box"))) {
      assertEquals(25, files.count());
    }
    assertEquals(24 * 20, jar.stored("growing"));
    assertEquals(
        "",
        jar.run("discards --db growing --format csv")
            .printed()
            .lines()
            .skip(1)
            .filter(line -> !line.contains("box/passing") && !line.contains("box/next"))
            .reduce("", (a, b) -> a + b));
  }
}
