package dmarcreports.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file of text that a person keeps, with or without a byte order mark. */
public final class TextFile {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  /** What is wrong where there is no text. */
  public static final String UNUSABLE = "is no text in UTF-8 of at most 16 MiB; save it as such";

  private TextFile() {}

  /** The text; empty where the bytes are none, or too many. */
  public static Optional<String> read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
