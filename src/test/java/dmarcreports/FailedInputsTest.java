package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every input that ever hung, broke or misled the program. The files are in {@code
 * src/test/resources/failed}, each named for its verdict and for what it shows; those too large to
 * keep are made here.
 */
class FailedInputsTest {
  private static final Path FAILED = Path.of("src/test/resources/failed");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FAILED)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void failsNoMore(Path file) throws IOException {
    String name = file.getFileName().toString();
    assertEquals(List.of(name.substring(0, name.indexOf('-'))), verdict(Files.readAllBytes(file)));
  }

  @Test
  void anEndTagOf64MebibytesFillsTheMemoryNoMore() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("<feedback><version>1.0</".getBytes(StandardCharsets.US_ASCII));
      byte[] some = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int mebibyte = 0; mebibyte < 64; mebibyte++) {
        gzip.write(some);
        some[mebibyte * 1_000] = (byte) (mebibyte + 'A');
      }
    }
    List<String> verdict = verdict(packed.toByteArray());
    assertEquals(List.of("xml_limit"), verdict);
  }

  private static List<String> verdict(byte[] bytes) {
    return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Verdict.of(bytes));
  }
}
