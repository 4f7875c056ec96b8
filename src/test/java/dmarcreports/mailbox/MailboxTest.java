package dmarcreports.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.mail.Input;
import dmarcreports.mail.Input.Kind;
import dmarcreports.mail.Limits;
import dmarcreports.mail.Seen;
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
    FileMailbox.of(List.of(paths), InputStream.nullInputStream()).forEach(inputs::add);
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
      found.add(directory.relativize(Path.of(input.name())) + " " + input.kind());
    }
    assertEquals(
        List.of(
            "dangling LINK",
            "device LINK",
            "fifo NOT_A_FILE",
            "in/file FILE",
            "in/up LINK",
            "itself LINK",
            "link LINK"),
        found);
  }

  @Test
  void followsALinkThatIsNamedAndNoneThatIsMet() throws Exception {
    file("in/file");
    Path box = Files.createDirectories(directory.resolve("box"));
    Path link = Files.createSymbolicLink(box.resolve("link"), directory.resolve("in/file"));
    Path up = Files.createSymbolicLink(box.resolve("up"), directory.resolve("in"));
    Path device = Files.createSymbolicLink(box.resolve("zero"), Path.of("/dev/zero"));
    assertEquals(
        List.of(Kind.LINK, Kind.LINK, Kind.LINK),
        inputs(box.toString()).stream().map(Input::kind).toList());
    List<Input> named = inputs(link.toString(), up.toString(), device.toString());
    assertEquals(
        List.of(link + " FILE", up.resolve("file") + " FILE", device + " NOT_A_FILE"),
        named.stream().map(input -> input + " " + input.kind()).toList());
    assertEquals(1, Seen.in(named.get(0), Limits.defaults()).documents.size());
  }

  @Test
  void whatHasBecomeALinkSinceItWasMetIsNotOpened() throws Exception {
    file("in/file");
    file("box/file");
    Path box = directory.resolve("box");
    Input met = inputs(box.toString()).get(0);
    Files.delete(box.resolve("file"));
    Files.createSymbolicLink(box.resolve("file"), directory.resolve("in/file"));
    assertThrows(IOException.class, () -> Seen.in(met, Limits.defaults()));
  }

  @Test
  void whatAMaildirHasNotYetDeliveredIsSkippedBesideLinksToo() throws IOException {
    file("elsewhere/cur/1");
    file("box/new/2");
    file("box/tmp/3");
    Files.createSymbolicLink(directory.resolve("box/cur"), directory.resolve("elsewhere/cur"));
    assertEquals(List.of("box/cur", "box/new/2", "elsewhere/cur/1"), names());
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
