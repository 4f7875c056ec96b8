package dmarcreports.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What shows a receiver who posts, and when: HMAC-SHA256 (RFC 2104) with a secret of both. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * As it stands in the header.
   *
   * @param second when it is posted, which is signed with it: an old post is none today
   */
  static String of(String secret, long second, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signed = (second + "." + body).getBytes(StandardCharsets.UTF_8);
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
