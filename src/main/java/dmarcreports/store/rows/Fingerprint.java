package dmarcreports.store.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Sixteen bytes that stand for a sequence of values: equal for equal ones, never for others. */
public final class Fingerprint {
  private static final int BYTES = 16;

  private final MessageDigest digest;

  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next value: absent, empty and present are told apart, and so is where one ends. */
  public Fingerprint add(Object value) {
    Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (bare == null) {
      digest.update((byte) 0);
      return this;
    }
    byte[] bytes =
        bare instanceof byte[] raw ? raw : bare.toString().getBytes(StandardCharsets.UTF_8);
    digest.update((byte) 1);
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >> shift));
    }
    digest.update(bytes);
    return this;
  }

  /** What stands for bytes alone. */
  public static byte[] of(ByteBuffer bytes) {
    Fingerprint whole = new Fingerprint();
    whole.digest.update(bytes.duplicate());
    return whole.bytes();
  }

  public byte[] bytes() {
    return Arrays.copyOf(digest.digest(), BYTES);
  }
}
