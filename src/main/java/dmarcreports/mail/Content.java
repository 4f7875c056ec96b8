package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Bytes that are not told apart yet: they can be looked at, then streamed or held to seek in. */
final class Content implements Closeable {
  /** Room for the head; who wants more at once goes past the buffer. */
  private static final int BUFFER = 4096;

  private final BufferedInputStream stream;
  private final Closeable source;
  private final FileChannel file;

  private Content(InputStream stream, Closeable source, FileChannel file) {
    this.stream = new BufferedInputStream(stream, BUFFER);
    this.source = source;
    this.file = file;
  }

  /** A member of something else, which owns the stream. */
  static Content of(InputStream stream) {
    return new Content(stream, () -> {}, null);
  }

  /** Bytes from outside, or a message of an mbox: what they unpack to is held against them. */
  static Content ofSource(InputStream stream, Budget budget) {
    return of(new Source(stream, budget));
  }

  /** Bytes from a server, whose stream is closed with them. */
  static Content ofRemote(InputStream stream, Budget budget) {
    Closeable source = stream;
    return new Content(new Source(stream, budget), source, null);
  }

  /**
   * The bytes of a file.
   *
   * @param links whether a link is refused
   */
  static Content ofFile(Path path, Budget budget, LinkOption... links) throws IOException {
    if (!Files.readAttributes(path, BasicFileAttributes.class, links).isRegularFile()) {
      throw new IOException(path + " is no longer a file");
    }
    Set<OpenOption> reading = new HashSet<>(Arrays.asList(links));
    reading.add(StandardOpenOption.READ);
    FileChannel file = FileChannel.open(path, reading);
    return new Content(new Source(Channels.newInputStream(file), budget), file, file);
  }

  /** The first bytes; they stay to be read. */
  Head head() throws IOException {
    stream.mark(Head.LENGTH);
    byte[] bytes = stream.readNBytes(Head.LENGTH);
    stream.reset();
    return new Head(bytes);
  }

  /** All bytes from the first. A library may close it without harm. */
  InputStream stream() {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return in.read(bytes, from, length);
      }

      @Override
      public void close() {}
    };
  }

  /** All bytes, to seek in: the file itself, or what fits into memory. */
  InputChannel channel(String kind, Budget budget) throws IOException {
    if (file != null) {
      budget.packed(file.size());
      return new InputChannel(file.position(0));
    }
    byte[] bytes = stream.readNBytes(Limits.BUFFERED_BYTES + 1);
    if (bytes.length > Limits.BUFFERED_BYTES) {
      String limit = (Limits.BUFFERED_BYTES >> 20) + " MiB";
      String found = kind + " inside another thing is larger than " + limit + ": save it as a file";
      throw new BrokenContent(Reason.ARCHIVE_LIMIT, found);
    }
    return new InputChannel(new SeekableInMemoryByteChannel(bytes));
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Counts what comes from outside, and keeps its failures apart from the content's. */
  private static final class Source extends FilterInputStream {
    private final Budget budget;

    Source(InputStream in, Budget budget) {
      super(in);
      this.budget = budget;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        int count = in.read(bytes, from, length);
        budget.packed(Math.max(count, 0));
        return count;
      } catch (BrokenContent | SourceLost e) {
        throw e;
      } catch (IOException e) {
        throw new SourceLost(e);
      }
    }
  }
}
