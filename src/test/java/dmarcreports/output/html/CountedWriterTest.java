package dmarcreports.output.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedWriterTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Zürich →", "対処は 3 件です。", "a😀b"})
  void whatIsCountedIsWhatIsWritten(String text) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (CountedWriter writer = new CountedWriter(to)) {
      writer.write(text);
      writer.write(text.toCharArray());
      for (int i = 0; i < text.length(); i++) {
        writer.write(text.charAt(i));
      }
      writer.flush();
      assertEquals(to.size(), writer.written());
    }
    assertEquals(text.repeat(3), to.toString(StandardCharsets.UTF_8));
  }
}
