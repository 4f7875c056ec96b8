package dmarcreports;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The options for short runs that the handbook names, with an archive of the jar's classes: a run
 * costs half, and does the same.
 */
public final class FastStart {
  private static final Path ARCHIVE = Path.of("target/dmarc-reports.jsa").toAbsolutePath();

  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");

  private FastStart() {}

  /** Those, with an archive that may still have to be made. */
  public static List<String> with(Path archive) {
    return Stream.concat(OPTIONS.stream(), Stream.of("-XX:SharedArchiveFile=" + archive)).toList();
  }

  /** Makes the archive by one run over a mailbox; it is there whole, or not at all. */
  public static void makeArchive(String java, Path jar, Path inbox, Path archive)
      throws IOException, InterruptedException {
    Path made = Files.createTempFile(archive.getParent(), "new", ".jsa");
    Path folder = Files.createTempDirectory("archive");
    List<String> command = new ArrayList<>(List.of(java, "-XX:ArchiveClassesAtExit=" + made));
    command.addAll(OPTIONS);
    command.addAll(List.of("-jar", jar.toString(), "nightly", inbox.toString(), "-q"));
    command.addAll(List.of("--db", folder + "/reports", "--out", folder + "/findings"));
    Path said = folder.resolve("said");
    ProcessBuilder run = new ProcessBuilder(command).redirectErrorStream(true);
    if (run.redirectOutput(said.toFile()).start().waitFor() != 0) {
      throw new IOException(Files.readString(said));
    }
    Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  /** Those for the jar under test; what runs beside this may make the same archive. */
  public static List<String> options() {
    try {
      if (!Files.exists(ARCHIVE)
          || Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(Jar.FILE))
              <= 0) {
        makeArchive(Jar.JAVA, Jar.FILE, Path.of("sample-reports"), ARCHIVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return with(ARCHIVE);
  }
}
