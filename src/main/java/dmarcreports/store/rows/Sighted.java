package dmarcreports.store.rows;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * The hashes of what is there, in eight MiB however many they are. What it says is not there is
 * not; of ten million, one in twenty-five others is taken for one that is.
 */
public final class Sighted {
  private static final int BITS = 1 << 26;

  private final BitSet bits = new BitSet(BITS);

  public void add(byte[] hash) {
    ByteBuffer parts = ByteBuffer.wrap(hash);
    while (parts.hasRemaining()) {
      bits.set(place(parts));
    }
  }

  /** Whether it may have been added; false is certain. */
  public boolean mayHold(byte[] hash) {
    ByteBuffer parts = ByteBuffer.wrap(hash);
    while (parts.hasRemaining()) {
      if (!bits.get(place(parts))) {
        return false;
      }
    }
    return true;
  }

  private static int place(ByteBuffer parts) {
    return parts.getInt() & BITS - 1;
  }
}
