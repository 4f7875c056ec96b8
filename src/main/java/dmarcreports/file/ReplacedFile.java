package dmarcreports.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A file that is there whole, as it was or as it is now; its owner's alone. */
public final class ReplacedFile {
  private ReplacedFile() {}

  /**
   * Writes a file beside the old one and puts it in its place when it is on disk.
   *
   * @throws IOException where that fails; the old one stays
   */
  public static void write(Path file, Writing content) throws IOException {
    writeAll(Map.of(file, content));
  }

  /**
   * Writes several: none of the old ones is replaced before all new ones are on disk.
   *
   * @throws IOException where that fails, naming the file; the old ones stay
   */
  public static void writeAll(Map<Path, Writing> files) throws IOException {
    Map<Path, Path> fresh = new LinkedHashMap<>();
    for (Path file : files.keySet()) {
      Path absolute = file.toAbsolutePath();
      fresh.put(
          file,
          absolute.resolveSibling(
              "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp"));
    }
    try {
      for (Map.Entry<Path, Writing> file : files.entrySet()) {
        prepare(file.getKey(), fresh.get(file.getKey()), file.getValue());
      }
      for (Map.Entry<Path, Path> one : fresh.entrySet()) {
        Files.move(
            one.getValue(),
            one.getKey().toAbsolutePath(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path left : fresh.values()) {
        Files.deleteIfExists(left);
      }
    }
  }

  /**
   * Makes a directory where there is none, and those above it, for their owner alone.
   *
   * @throws IOException where there can be none, or nothing can be written into it
   */
  public static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (!Files.isWritable(directory)) {
      throw new AccessDeniedException(directory.toString());
    }
  }

  private static void prepare(Path file, Path fresh, Writing content) throws IOException {
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
            FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      content.to(out);
      out.flush();
      channel.force(true);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
