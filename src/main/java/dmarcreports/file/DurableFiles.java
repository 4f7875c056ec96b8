package dmarcreports.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Files that are on disk when a method returns: their bytes, and their names too. */
public final class DurableFiles {
  private DurableFiles() {}

  /** The file beside another whose name has this at its end. */
  public static Path sibling(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** Puts a text where a file of that name is whole, as it was or as it is now. */
  public static void write(Path file, String text) throws IOException {
    Path fresh = sibling(file, ".tmp");
    make(fresh, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    replace(fresh, file);
  }

  /** Makes a file, its owner's alone, in the place of what an earlier attempt has left there. */
  static void make(Path fresh, Writing content) throws IOException {
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
            FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PrivateFiles.FILE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      content.to(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Copies a file; under its name the copy is there whole, or not at all. */
  public static void copy(Path file, Path copy) throws IOException {
    Path fresh = sibling(copy, ".tmp");
    Files.copy(
        file, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    force(fresh);
    replace(fresh, copy);
  }

  /** Gives a file the name of another, and its place. */
  public static void replace(Path fresh, Path file) throws IOException {
    rename(fresh, file);
    sync(file.getParent());
  }

  /** The same; the name is on disk after {@link #sync} of the directory. */
  static void rename(Path fresh, Path file) throws IOException {
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What was made, renamed and removed in a directory is on disk. */
  public static void sync(Path directory) throws IOException {
    force(directory, StandardOpenOption.READ);
  }

  /** What was written to a file is on disk. */
  public static void force(Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
  }

  /** The same of one that may be read only. */
  static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
