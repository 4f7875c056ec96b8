package dmarcreports.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is there whole, as it was or as it is now; its owner's alone. */
public final class ReplacedFile {
  private ReplacedFile() {}

  /**
   * Writes a file beside the old one and puts it in its place when it is on disk.
   *
   * @throws IOException where that fails; the old one stays
   */
  public static void write(Path file, Format.Writing content) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path fresh =
        absolute.resolveSibling(
            "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    Files.deleteIfExists(fresh);
    try {
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
      }
      Files.move(
          fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
