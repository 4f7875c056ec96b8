package dmarcreports.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options that the README documents for short runs, and the archive that they need. */
final class FasterStart {
  /** Where the archive lies. */
  static final Path ARCHIVE = Path.of("target/benchmark/dmarc-reports.jsa").toAbsolutePath();

  private static final List<String> SILENT = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

  static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:SharedArchiveFile=" + ARCHIVE,
          SILENT.get(0),
          SILENT.get(1));

  private FasterStart() {}

  /** Makes the archive by one run over a mailbox. */
  static void makeArchive(String java, Path jar, Path inbox, Path db)
      throws IOException, InterruptedException {
    Files.deleteIfExists(ARCHIVE);
    List<String> command = new ArrayList<>(List.of(java, "-XX:ArchiveClassesAtExit=" + ARCHIVE));
    command.addAll(SILENT);
    command.addAll(List.of("-XX:+UseSerialGC", "-jar", jar.toString(), "nightly"));
    command.addAll(List.of(inbox.toString(), "--db", db.toString()));
    command.addAll(List.of("--out", db + ".findings", "-q"));
    Cost.of(command, Map.of());
  }
}
