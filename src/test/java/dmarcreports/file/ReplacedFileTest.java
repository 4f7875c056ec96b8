package dmarcreports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that belong together are all the old ones, or all the new. */
class ReplacedFileTest {
  @TempDir Path directory;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aDiskThatFillsUpHalfWayLeavesAllOldOnes() throws IOException {
    Path one = file("one", "old");
    Path two = file("two", "old");
    Map<Path, Writing> files = new LinkedHashMap<>();
    files.put(one, to -> to.write('n'));
    files.put(
        two,
        to -> {
          to.write('n');
          throw new IOException("No space left on device");
        });
    IOException failed = assertThrows(IOException.class, () -> ReplacedFile.writeAll(files));
    assertEquals(two + ": No space left on device", failed.getMessage());
    assertEquals("old", Files.readString(one));
    assertEquals("old", Files.readString(two));
    assertEquals(List.of("one", "two"), names());
  }

  @Test
  void allAreReplacedWhenAllAreThere() throws IOException {
    Path one = file("one", "old");
    Path two = directory.resolve("two");
    ReplacedFile.writeAll(Map.of(one, to -> to.write('1'), two, to -> to.write('2')));
    assertEquals("1", Files.readString(one));
    assertEquals("2", Files.readString(two));
    assertEquals(List.of("one", "two"), names());
  }

  @ParameterizedTest
  @CsvSource({
    "rw-------, rw-------",
    "rw-r--r--, rw-r--r--",
    "rw-r-----, rw-r-----",
    "rwxrwxrwx, rw-r--r--",
    "r--------, rw-------"
  })
  void whoeverMightReadItMayReadItStillAndNobodyElseMayWrite(String before, String after)
      throws IOException {
    Path file = file("one", "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(before));
    ReplacedFile.write(file, to -> to.write('n'));
    assertEquals("n", Files.readString(file));
    assertEquals(after, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aNewFileAndOneBehindALinkAreTheirOwnersAlone() throws IOException {
    Path secret = file("open", "old");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    for (Path file :
        List.of(
            directory.resolve("new"),
            Files.createSymbolicLink(directory.resolve("link"), secret))) {
      ReplacedFile.write(file, to -> to.write('n'));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertEquals("old", Files.readString(secret));
  }

  @Test
  void aDirectoryIsMadeAndMayBeALink() throws IOException {
    ReplacedFile.makeDirectory(directory.resolve("a/b"));
    for (String made : List.of("a", "a/b")) {
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(made))));
    }
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("a/b"));
    ReplacedFile.makeDirectory(link);
    Path file = file("file", "");
    assertThrows(IOException.class, () -> ReplacedFile.makeDirectory(file));
    assertThrows(IOException.class, () -> ReplacedFile.makeDirectory(file.resolve("below")));
  }
}
