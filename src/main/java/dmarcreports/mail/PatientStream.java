package dmarcreports.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A stream that nobody has to wait for longer than a time: a thread of its own fetches the bytes,
 * some chunks ahead. A thread that waits in vain is left behind; nothing interrupts it, and it does
 * not keep the process alive.
 */
final class PatientStream extends InputStream {
  private static final int CHUNK_BYTES = 64 << 10;
  private static final int CHUNKS = 4;

  private final InputStream stream;
  private final Duration patience;
  private final BlockingQueue<Chunk> ahead = new ArrayBlockingQueue<>(CHUNKS);
  private Chunk chunk = new Chunk(new byte[0], null);
  private int at;
  private boolean started;

  /**
   * A stream over another.
   *
   * @param patience how long the next byte, or the end, may take
   */
  PatientStream(InputStream stream, Duration patience) {
    this.stream = stream;
    this.patience = patience;
  }

  /** What was fetched at once: bytes, none at the end, or why there are no more. */
  private record Chunk(byte[] bytes, IOException failure) {
    boolean isLast() {
      return failure != null || bytes.length == 0;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == chunk.bytes.length && !(started && chunk.isLast())) {
      next();
    }
    if (chunk.failure != null) {
      throw chunk.failure;
    }
    int count = Math.min(length, chunk.bytes.length - at);
    System.arraycopy(chunk.bytes, at, bytes, from, count);
    at += count;
    return count == 0 ? -1 : count;
  }

  private void next() throws IOException {
    if (!started) {
      started = true;
      Thread fetching = new Thread(this::fetch, "input");
      fetching.setDaemon(true);
      fetching.start();
    }
    try {
      Chunk next = ahead.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      chunk = next == null ? new Chunk(new byte[0], new Silence(patience)) : next;
      at = 0;
    } catch (InterruptedException e) {
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  private void fetch() {
    Chunk fetched;
    try {
      do {
        fetched = fetchOne();
        ahead.put(fetched);
      } while (!fetched.isLast());
    } catch (InterruptedException nobodyReads) {
      // the process ends
    }
  }

  private Chunk fetchOne() {
    byte[] bytes = new byte[CHUNK_BYTES];
    try {
      int count = stream.read(bytes);
      return new Chunk(Arrays.copyOf(bytes, Math.max(count, 0)), null);
    } catch (IOException e) {
      return new Chunk(new byte[0], e);
    }
  }
}
