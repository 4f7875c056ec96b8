package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.mail.Input.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What in a directory is an input, and in which order. */
class MailboxTest {
  @TempDir private Path directory;

  private void file(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<feedback/>");
  }

  private List<Input> inputs(String... paths) throws IOException {
    List<Input> inputs = new ArrayList<>();
    Mailbox.of(List.of(paths), InputStream.nullInputStream()).forEach(inputs::add);
    return inputs;
  }

  private List<String> names() throws IOException {
    return inputs(directory.toString()).stream()
        .map(input -> directory.relativize(Path.of(input.name())).toString())
        .toList();
  }

  @Test
  void walksInTheOrderOfTheBytesOfThePaths() throws IOException {
    List<String> sorted =
        List.of(".hidden", "B", "a.xml", "a/b-c", "a/b/c/d", "a/b0", "a0", "c.part", "c.tmp", "é");
    for (String name : List.of("é", "a0", "a/b0", "a/b/c/d", "a/b-c", "B", "c.tmp", "a.xml")) {
      file(name);
    }
    file("c.part");
    file(".hidden");
    Files.createDirectories(directory.resolve("empty/empty"));
    assertEquals(sorted, names());
  }

  @Test
  void skipsWhatAMaildirHasNotYetDelivered() throws IOException {
    for (String name : List.of("box/cur/1", "box/new/2", "box/tmp/3", "tmp/4")) {
      file(name);
    }
    assertEquals(List.of("box/cur/1", "box/new/2", "tmp/4"), names());
  }

  @Test
  void namesWhatIsNoFileAndNeverOpensIt() throws Exception {
    file("in/file");
    Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nothing"));
    Files.createSymbolicLink(directory.resolve("device"), Path.of("/dev/zero"));
    Files.createSymbolicLink(directory.resolve("in/up"), directory);
    Files.createSymbolicLink(directory.resolve("itself"), directory.resolve("itself"));
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("in/file"));
    String fifo = directory.resolve("fifo").toString();
    Process made = new ProcessBuilder("mkfifo", fifo).start();
    assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
    List<String> found = new ArrayList<>();
    for (Input input : inputs(directory.toString())) {
      Path name = directory.relativize(Path.of(input.name()));
      found.add(name + (input.kind() == Kind.FILE ? "" : " is no file"));
    }
    assertEquals(
        List.of(
            "dangling is no file",
            "device is no file",
            "fifo is no file",
            "in/file",
            "in/up is no file",
            "itself is no file",
            "link"),
        found);
  }

  @Test
  void readsStandardInputWhereItIsNamed() throws IOException {
    file("a");
    List<Input> inputs = inputs("-", directory.resolve("a").toString());
    assertEquals(List.of(Kind.STDIN, Kind.FILE), inputs.stream().map(Input::kind).toList());
    assertEquals("-", inputs.get(0).name());
  }

  @Test
  void refusesAPathThatDoesNotExist() {
    String missing = directory.resolve("missing").toString();
    assertThrows(NoSuchFileException.class, () -> inputs(missing));
  }

  @Test
  void aDirectoryThatCannotBeListedIsUnreadable() throws IOException {
    Input input = Input.unlistable(directory, new IOException("denied"));
    assertEquals(Kind.FILE, input.kind());
    assertThrows(IOException.class, () -> Seen.in(input, Limits.defaults()));
  }
}
