package dmarcreports.output.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheets and the script that pages hold, and the rules that let in no others. */
final class Assets {
  static final String STYLE = read("page.css");

  /** Of a letter: what its own places cannot say. */
  static final String LETTER_STYLE = read("letter.css");

  /** Makes room for what works by script only, before anything is shown: so nothing moves later. */
  static final String EARLY = "document.documentElement.className = \"scripted\"";

  static final String SCRIPT = read("page.js");

  /** What a browser lets the page do: show itself, and run what is known by its hash. */
  static final String RULES =
      "default-src 'none'; style-src "
          + hash(STYLE)
          + "; script-src "
          + hash(EARLY)
          + " "
          + hash(SCRIPT)
          + "; img-src data:; base-uri 'none'; form-action 'none'";

  private Assets() {}

  private static String read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
