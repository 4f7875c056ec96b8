package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar on a machine that is short of something, or holds odd things. {@code -Dstarts=20}
 * for more of them at once.
 */
class MachineIT {
  /** Runs what follows as somebody whom permissions bind. */
  private static final String BOUND =
      "bound() { if [ $(id -u) = 0 ]; then"
          + " setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"; else \"$@\"; fi; }\n"
          + "jar() { bound '"
          + Jar.JAVA
          + "' $JAVA -jar ./it.jar \"$@\"; }\n";

  private static final int STARTS = Integer.getInteger("starts", 8);

  @TempDir Path folder;
  private Jar jar;

  @BeforeEach
  void fill() throws IOException {
    jar = new Jar(folder);
    new Rua(folder.resolve("inbox")).report("mx.example.net", "2026-11-20", Rua.ses(5));
  }

  private static void isOneLine(Jar.Run run, int code, String... words) {
    assertEquals(code, run.code(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    for (String word : words) {
      assertTrue(run.err().contains(word), run.err());
    }
  }

  private long stored(String db) throws Exception {
    return jar.run("export --format jsonl --db " + db).printed().lines().count();
  }

  @Test
  void ofManyStartsAtOnceOneWorksAndTheOthersWaitOrSayForWhom() throws Exception {
    Jar.Run run =
        jar.shell(
            """
            mkfifo pipe
            jar ingest - --db shared --max-silence 10m < pipe > first.out 2> first.err & first=$!
            exec 3> pipe
            until [ -s shared.mv.db.mark ]; do sleep 0.1; done
            for i in $(seq %1$d); do
              (jar ingest inbox --after delete --db shared --wait 0s > $i.out 2> $i.err
               echo $? > $i.code) 3>&- &
              refused="$refused $!"
            done
            for i in a b; do
              (jar ingest inbox --db shared --wait 10m > $i.out 2> $i.err; echo $? > $i.code) 3>&- &
            done
            wait $refused
            exec 3>&-
            wait $first; echo $? > first.code
            wait
            cat *.code | sort | uniq -c
            cat [0-9ab]*.err | sed 's/process [0-9]*, since [-0-9T:.Z]*;/WHO;/' | sort | uniq -c
            ls inbox | wc -l
            """
                .formatted(STARTS - 3));
    assertEquals(
        " 3 0 N 1 N shared.mv.db: in use by WHO; wait for it or give --wait more time 1 ",
        run.out().replaceAll("\\s+", " ").replace(" " + (STARTS - 3) + " ", " N "),
        run.err());
    assertEquals(1, stored("shared"));
  }

  @Test
  void whatMayNotBeWrittenIsOneLineBeforeAnythingIsRead() throws Exception {
    Files.copy(Jar.FILE, folder.resolve("it.jar"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    jar.run("ingest inbox --db locked --wait 0s");
    jar.run("ingest inbox --db there --wait 0s");
    jar.shell(
        "chmod 444 locked.mv.db; mkdir readonly open; cp there.mv.db* readonly;"
            + " chmod 555 readonly; chmod 644 readonly/*; chmod 777 open; cp -r inbox open;"
            + " chmod -R a+rwX open there.*");
    Map<String, String> refused = new TreeMap<>();
    refused.put("ingest inbox --db locked", "locked.mv.db: may not be written");
    refused.put("ingest inbox --db readonly/new", "readonly/new.mv.db: ");
    refused.put("ingest inbox --db missing/new", "missing/new.mv.db: no such directory");
    refused.put("analyze --db readonly/there", "readonly/there.mv.db: ");
    refused.put("analyze --db there --format csv --out readonly/findings", "readonly");
    refused.put("analyze --db there --format csv --out readonly", "readonly");
    refused.put("nightly inbox --db there --out readonly/findings", "readonly");
    refused.put("export --db there --out readonly/export.csv", "readonly");
    refused.put("ingest open/inbox --db there --after move:readonly/done", "readonly");
    refused.put("ingest open/inbox --db there --quarantine readonly", "readonly");
    for (Map.Entry<String, String> one : refused.entrySet()) {
      Jar.Run run = jar.shell(BOUND + "umask 000; jar " + one.getKey());
      isOneLine(run, 1, one.getValue());
      assertEquals("", run.out(), one.getKey());
    }
    assertEquals(1, Files.list(folder.resolve("open/inbox")).count());
  }

  @Test
  void aFileSystemThatIsReadOnlyIsOneLine() throws Exception {
    Jar.Run mounted =
        jar.shell("mkdir mnt && unshare -m mount -t tmpfs -o ro tmpfs mnt && echo yes");
    assumeTrue(mounted.out().equals("yes\n"), "needs root, to mount");
    jar.run("ingest inbox --db there");
    for (String command :
        List.of(
            "ingest inbox --db mnt/new",
            "analyze --db there --format csv --out mnt/findings",
            "ingest inbox --db there --after move:mnt/done")) {
      Jar.Run run =
          jar.shell(
              "export -f jar; export JAVA; unshare -m bash -c 'mount -t tmpfs -o ro tmpfs mnt;"
                  + " jar "
                  + command
                  + "'");
      isOneLine(run, 1, "mnt", "ead-only");
    }
    assertEquals(1, Files.list(folder.resolve("inbox")).count());
  }

  @Test
  void anEmptyMemoryIsOneLineAndNeverAWrongTotal() throws Exception {
    Rua rua = new Rua(folder.resolve("large"));
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      records.append(Rua.record("10.0." + i / 250 + "." + i % 250, 1, "s" + i + ".net", "d.net"));
    }
    for (int day = 10; day < 14; day++) {
      rua.report("mx.example.net", "2026-11-" + day, records.toString());
    }
    int failed = 0;
    for (int mebibytes : List.of(14, 18, 24, 32, 64)) {
      String small = "JAVA='-XX:TieredStopAtLevel=1 -Xmx" + mebibytes + "m'; ";
      Jar.Run run = jar.shell(small + "jar ingest large --db small");
      if (run.code() != 0) {
        failed++;
        isOneLine(run, 1, "emory");
        assertEquals("", run.out());
      }
      Jar.Run analysis = jar.shell(small + "jar analyze --db small");
      assertTrue(analysis.code() == 0 || analysis.code() == 1, analysis.err());
    }
    assertTrue(failed > 0, "every run had enough");
    jar.run("ingest large --db small").printed();
    assertEquals(16_000, stored("small"));
    assertTrue(jar.run("status --verify --db small").printed().contains("16000 messages"));
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
            find . -mindepth 1 ! -type d | wc -l
            """);
    long entries = Long.parseLong(made.out().strip()) - 1 + 2;
    long begun = System.nanoTime();
    Jar.Run run = jar.shell(BOUND + "umask 000; jar ingest odd --db odd-db --format json");
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertEquals(0, run.code(), run.err());
    JsonNode ledger = new ObjectMapper().readTree(run.out());
    assertEquals(entries, ledger.get("inputs").asLong(), run.out() + run.err());
    assertEquals(1, ledger.get("stored").asLong());
    assertEquals(1, ledger.get("duplicates").asLong());
    assertEquals(entries - 2, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("odd/denied.xml: unreadable: may not be read"), run.err());
    assertTrue(seconds < 10, seconds + " s");
    for (String one : List.of("odd/fifo", "/dev/zero", "odd/tty", "odd/itself")) {
      isOneLine(jar.run("ingest " + one + " --db odd-2"), 0, "no regular file; passed over");
    }
  }

  @Test
  void namesAreBytesInAnyCharacterSet() throws Exception {
    jar.shell("mkdir names; mv inbox/* names/-leading.xml; cd names; touch -- '*' '?' '[a]'");
    byte[][] names = {
      "a\nb".getBytes(),
      "a\tb".getBytes(),
      {27, '[', '3', '1', 'm'},
      {'b', (byte) 0xff, (byte) 0xfe, 'd'},
      {(byte) 0xc3, (byte) 0xa9},
      {(byte) 0xe9},
      "'quote\"`$(touch x)".getBytes(),
      "%s%n\\".getBytes(),
      " ".getBytes(),
      "x".repeat(255).getBytes(),
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
  void aStreamThatIsFullOrClosedIsNeverTakenForDone() throws Exception {
    jar.run("ingest inbox --db there").printed();
    List<String> all =
        List.of(
            "analyze --db there",
            "analyze --db there --format json",
            "explain 192.0.2.1 --db there",
            "export --db there",
            "status --db there",
            "ingest inbox --db there",
            "nightly inbox --db there --out findings",
            "purge --db there --reporter nobody --dry-run",
            "analyze --help",
            "--version");
    for (String command : all) {
      String full = "standard output cannot be written: No space left on device";
      isOneLine(jar.shell("jar " + command + " > /dev/full"), 1, full);
    }
    for (String command : List.of("analyze --db there", "ingest inbox --db there", "--help")) {
      isOneLine(jar.shell("jar " + command + " >&-"), 1, "standard output cannot be written: ");
      Jar.Run gone = jar.shell("jar " + command + " | true; echo ${PIPESTATUS[0]}");
      assertEquals("0\n", gone.out(), command + gone.err());
      assertEquals("", gone.err());
    }
    for (String silent : List.of("2>&-", "2> /dev/full")) {
      Jar.Run run = jar.shell("mkfifo p; jar ingest inbox p --db new " + silent + "; rm p");
      assertTrue(run.out().contains(" 1 stored, "), run.out());
      jar.shell("rm new.*");
    }
  }

  @Test
  void whatIsMadeIsItsOwnersAloneWhateverTheUmask() throws Exception {
    Files.copy(Path.of("sample-reports/isp-truncated.xml.gz"), folder.resolve("inbox/cut.gz"));
    for (String umask : List.of("000", "022", "077")) {
      jar.shell(
          """
          mkdir run; cd run; cp -r ../inbox .; chmod -R 777 .; touch before; umask 000; sleep 0.02
          umask %s
          jar ingest inbox --db reports --quarantine q/r --after move:a/b
          jar nightly inbox --db reports --out findings
          jar analyze --db reports --format csv --out csv
          jar analyze --db reports --format json --out one.json
          jar export --db reports --out export.csv
          jar status --db reports --verify
          """
              .formatted(umask));
      Jar.Run modes =
          jar.shell(
              "cd run; find . -mindepth 1 ! -path './inbox*' ! -name before ! -path './a/b/*'"
                  + " ! -path './q/r/*' -printf '%M %P\\n' | sort; rm -r ../run");
      assertTrue(modes.out().lines().count() > 20, modes.out());
      for (String line : modes.out().lines().toList()) {
        assertTrue(line.matches("(-rw-------|drwx------) .*"), umask + ": " + line);
      }
    }
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
    assertEquals(24 * 20, stored("growing"));
    assertEquals(
        "",
        jar.run("discards --db growing")
            .printed()
            .lines()
            .filter(line -> !line.contains("passing"))
            .reduce("", (a, b) -> a + b));
  }
}
