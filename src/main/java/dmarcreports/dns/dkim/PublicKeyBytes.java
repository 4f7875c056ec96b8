package dmarcreports.dns.dkim;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.OptionalInt;

/**
 * The key in a key record.
 *
 * @param algorithm of which kind it should be
 * @param bits its size; empty where it cannot be read
 */
public record PublicKeyBytes(Algorithm algorithm, OptionalInt bits) {
  /** Kinds of keys (RFC 6376, 3.3; RFC 8463). */
  public enum Algorithm {
    RSA,
    ED25519,
    /** One that no standard knows. */
    OTHER
  }

  private static final int ED25519_BYTES = 32;

  /**
   * Reads a key.
   *
   * @param base64 without blanks
   */
  static PublicKeyBytes read(Algorithm algorithm, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      return new PublicKeyBytes(algorithm, OptionalInt.empty());
    }
    OptionalInt bits =
        switch (algorithm) {
          case RSA -> rsa(bytes);
          case ED25519 ->
              bytes.length == ED25519_BYTES
                  ? OptionalInt.of(ED25519_BYTES * Byte.SIZE)
                  : OptionalInt.empty();
          case OTHER -> OptionalInt.empty();
        };
    return new PublicKeyBytes(algorithm, bits);
  }

  private static OptionalInt rsa(byte[] bytes) {
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
      return OptionalInt.of(key.getModulus().bitLength());
    } catch (InvalidKeySpecException unreadable) {
      return OptionalInt.empty();
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }
}
