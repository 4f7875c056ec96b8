package dmarcreports.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A file that is there whole, as it was or as it is now; its owner's alone, but where its owner has
 * let others read the old one.
 */
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
      Set<Path> directories = new LinkedHashSet<>();
      for (Map.Entry<Path, Path> one : fresh.entrySet()) {
        DurableFiles.rename(one.getValue(), one.getKey().toAbsolutePath());
        directories.add(one.getValue().getParent());
      }
      for (Path directory : directories) {
        sync(directory);
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
      Files.createDirectories(directory, PrivateFiles.DIRECTORY);
    }
    if (!Files.isWritable(directory)) {
      throw new AccessDeniedException(directory.toString());
    }
  }

  private static void sync(Path directory) throws IOException {
    try {
      DurableFiles.sync(directory);
    } catch (AccessDeniedException unreadable) {
      // who may only write there cannot force it; the files are there, and their bytes on disk
    }
  }

  private static void prepare(Path file, Path fresh, Writing content) throws IOException {
    try {
      DurableFiles.make(fresh, content);
      keepReaders(file, fresh);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * What others may read tonight they may read tomorrow: all, or the same group. Nobody else may
   * write.
   */
  private static void keepReaders(Path file, Path fresh) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class);
    PosixFileAttributes now = Files.readAttributes(fresh, PosixFileAttributes.class);
    Set<PosixFilePermission> readers = new HashSet<>(now.permissions());
    if (old.permissions().contains(PosixFilePermission.OTHERS_READ)) {
      readers.add(PosixFilePermission.OTHERS_READ);
    }
    if (old.permissions().contains(PosixFilePermission.GROUP_READ)
        && old.group().equals(now.group())) {
      readers.add(PosixFilePermission.GROUP_READ);
    }
    if (old.owner().equals(now.owner()) && !readers.equals(now.permissions())) {
      Files.setPosixFilePermissions(fresh, readers);
    }
  }
}
