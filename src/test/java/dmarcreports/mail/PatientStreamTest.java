package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatientStreamTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void allBytesComeAndThenTheEndForEver() throws IOException {
    for (int size : new int[] {0, 1, 65_536, 65_537, 1_000_000}) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      InputStream patient = new PatientStream(new ByteArrayInputStream(bytes), LONG);
      assertArrayEquals(bytes, patient.readAllBytes());
      assertEquals(-1, patient.read());
      assertEquals(-1, patient.read(new byte[10]));
    }
  }

  @Test
  void bytesAreHandedOnBeforeTheNextOnesAreThere() throws IOException {
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream pipe = new PipedInputStream(writer)) {
      InputStream patient = new PatientStream(pipe, LONG);
      for (int value = 0; value < 3; value++) {
        writer.write(value);
        writer.flush();
        assertEquals(value, patient.read());
      }
    }
  }

  @Test
  void silenceEndsIt() throws IOException {
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream pipe = new PipedInputStream(writer)) {
      InputStream patient = new PatientStream(pipe, SHORT);
      writer.write(1);
      writer.flush();
      assertEquals(1, patient.read());
      assertTimeoutPreemptively(LONG, () -> assertThrows(Silence.class, patient::read));
      assertThrows(Silence.class, patient::read);
    }
  }

  @Test
  void aFailureIsHandedOn() {
    IOException failure = new IOException("gone");
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw failure;
          }
        };
    InputStream patient = new PatientStream(failing, LONG);
    assertSame(failure, assertThrows(IOException.class, patient::read));
    assertSame(failure, assertThrows(IOException.class, patient::read));
  }
}
