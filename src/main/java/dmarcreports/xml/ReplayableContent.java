package dmarcreports.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of a document, which can be read again from their beginning as long as they are not
 * more than {@link #MAX_KEPT_BYTES}.
 */
public final class ReplayableContent extends InputStream {
  /** How much of a document is kept in memory: 8 MiB. */
  public static final int MAX_KEPT_BYTES = 8 << 20;

  private static final int PIECE = 8192;

  private final InputStream content;
  private byte[] kept = new byte[PIECE];
  private int keptLength;
  private int at;
  private boolean overflown;
  private boolean ended;
  private IOException failure;

  /** The rest of a stream. */
  public ReplayableContent(InputStream content) {
    this.content = content;
  }

  /** Whether all that was read so far can be read again. */
  public boolean canRewind() {
    return !overflown;
  }

  /**
   * Goes back to the first byte.
   *
   * @throws IllegalStateException where the document was larger than what is kept
   */
  public void rewind() {
    if (overflown) {
      throw new IllegalStateException("more than " + MAX_KEPT_BYTES + " bytes");
    }
    at = 0;
  }

  /**
   * All of the bytes, where nothing has been read of them yet and they are safely not more than
   * what is kept; empty else. They are still there to be read, even once the stream is closed.
   */
  public Optional<ByteBuffer> whole() {
    return whole(MAX_KEPT_BYTES);
  }

  /** The same with fewer bytes, if they are not much more than so many. */
  public Optional<ByteBuffer> whole(int most) {
    try {
      while (!ended && keptLength <= most - PIECE) {
        makeRoom(1);
        int n = content.read(kept, keptLength, Math.min(PIECE, kept.length - keptLength));
        keptLength += Math.max(n, 0);
        ended = n < 0;
      }
    } catch (IOException e) {
      failure = e;
    }
    rewind();
    return ended ? Optional.of(ByteBuffer.wrap(kept, 0, keptLength)) : Optional.empty();
  }

  private void makeRoom(int bytes) {
    if (keptLength + bytes > kept.length) {
      int larger = Math.min(MAX_KEPT_BYTES, Math.max(kept.length * 2, keptLength + bytes));
      kept = Arrays.copyOf(kept, larger);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (at < keptLength) {
      int n = Math.min(length, keptLength - at);
      System.arraycopy(kept, at, into, offset, n);
      at += n;
      return n;
    }
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return -1;
    }
    int n = content.read(into, offset, length);
    ended = n < 0;
    if (n > 0 && !overflown) {
      if (keptLength + n > MAX_KEPT_BYTES) {
        overflown = true;
        kept = new byte[0];
        keptLength = 0;
        at = 0;
      } else {
        makeRoom(n);
        System.arraycopy(into, offset, kept, keptLength, n);
        keptLength += n;
        at = keptLength;
      }
    }
    return n;
  }
}
