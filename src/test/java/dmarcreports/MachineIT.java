package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
 * The real jar on a machine that is short of something. {@code -Dstarts=20} for more of them at
 * once.
 */
class MachineIT {
  private static final int STARTS = Integer.getInteger("starts", 8);

  @TempDir Path folder;
  private Jar jar;

  @BeforeEach
  void fill() throws IOException {
    jar = new Jar(folder);
    new Rua(folder.resolve("inbox")).report("mx.example.net", "2026-11-20", Rua.ses(5));
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
    assertEquals(1, jar.stored("shared"));
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
      Jar.Run run = jar.shell(Jar.BOUND + "umask 000; jar " + one.getKey());
      Jar.isOneLine(run, 1, one.getValue());
      assertEquals("", run.out(), one.getKey());
    }
    holdsOneFile(folder.resolve("open/inbox"));
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
      Jar.isOneLine(run, 1, "mnt", "ead-only");
    }
    holdsOneFile(folder.resolve("inbox"));
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
        Jar.isOneLine(run, 1, "emory");
        assertEquals("", run.out());
      }
      Jar.Run analysis = jar.shell(small + "jar analyze --db small");
      assertTrue(analysis.code() == 0 || analysis.code() == 1, analysis.err());
    }
    assertTrue(failed > 0, "every run had enough");
    jar.run("ingest large --db small").printed();
    assertEquals(16_000, jar.stored("small"));
    assertTrue(jar.run("status --verify --db small").printed().contains("16000 messages"));
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
            "purge --db there --reporter nobody --dry-run",
            "analyze --help",
            "--version");
    for (String command : all) {
      String full = "standard output cannot be written: No space left on device";
      Jar.isOneLine(jar.shell("jar " + command + " > /dev/full"), 1, full);
    }
    Jar.isOneLine(
        jar.shell("jar nightly inbox --db there --out findings > /dev/full"),
        1,
        "the digest cannot be printed: No space left on device; the next run tells it again");
    for (String command : List.of("analyze --db there", "ingest inbox --db there", "--help")) {
      Jar.isOneLine(jar.shell("jar " + command + " >&-"), 1, "standard output cannot be written: ");
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
    for (String umask : List.of("000", "077")) {
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

  private static void holdsOneFile(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(1, files.count());
    }
  }
}
