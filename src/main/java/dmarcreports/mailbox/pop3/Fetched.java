package dmarcreports.mailbox.pop3;

import dmarcreports.mailbox.server.Unreachable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The bytes of a mail between the server and whoever reads them: a file that has no name any more
 * and goes when it is closed, or when the process does.
 */
final class Fetched extends OutputStream {
  private final FileChannel file;
  private final OutputStream out;

  private Fetched() throws IOException {
    file =
        FileChannel.open(
            Files.createTempFile("dmarc-reports", ".mail"),
            Set.of(
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
  }

  /** An empty one. */
  static Fetched empty() throws Unreachable {
    try {
      return new Fetched();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static Unreachable unusable(IOException e) {
    return new Unreachable(
        "a temporary file in "
            + System.getProperty("java.io.tmpdir")
            + " cannot be used; make room there and run again: "
            + e.getMessage(),
        e);
  }

  /** Something is done with the file. */
  private interface Use<T> {
    T of() throws IOException;
  }

  /** Whoever writes to it takes each failure for one of the server. */
  private static <T> T used(Use<T> use) {
    try {
      return use.of();
    } catch (IOException e) {
      throw new UncheckedIOException(unusable(e));
    }
  }

  @Override
  public void write(int b) {
    used(
        () -> {
          out.write(b);
          return b;
        });
  }

  /** What was written, from the first byte. */
  InputStream read() {
    return used(
        () -> {
          out.flush();
          return Channels.newInputStream(file.position(0));
        });
  }

  /** It is not wanted. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
