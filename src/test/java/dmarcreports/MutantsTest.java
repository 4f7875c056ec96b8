package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The sample reports, damaged at random: each mutant ends in reports and discards, and soon. {@code
 * -Dmutants=N} and {@code -Dmutants.seed=N} choose how many and which; one that fails is written to
 * {@code target/failed}, to be kept in {@code src/test/resources/failed}.
 */
class MutantsTest {
  private static final int MUTANTS = Integer.getInteger("mutants", 20_000);
  private static final long SEED = Long.getLong("mutants.seed", System.nanoTime());
  private static final Path FAILED = Path.of("target/failed");
  private static final long SLOW_MILLIS = 10_000;
  private static final String[] PIECES = {
    "<",
    ">",
    "&",
    "&#0;",
    "&lt;",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?x",
    "?>",
    "<!DOCTYPE f>",
    "</record>",
    "<record>",
    "<feedback>",
    "</feedback>",
    "<count>-1</count>",
    "\ud83d\ude00",
    "\u0000",
    "\ufeff",
    "--=_b",
    "\r\n\r\n",
    "\n.\n",
    "=\n",
    "Content-Type: multipart/mixed;\n",
    "From x 1:11\n",
    "9223372036854775808",
    "xmlns='u'",
    "\u202e",
    "\"",
    "'",
    "H4sI",
    "UEsD"
  };

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void everyMutantEndsInReportsAndDiscards() throws IOException {
    System.out.println("MutantsTest: -Dmutants=" + MUTANTS + " -Dmutants.seed=" + SEED);
    List<byte[]> samples = samples();
    Random random = new Random(SEED);
    for (int number = 0; number < MUTANTS; number++) {
      byte[] sample = samples.get(random.nextInt(samples.size()));
      byte[] mutant = random.nextInt(3) == 0 ? sample : mutated(sample, random);
      mutant = packed(mutant, random);
      if (random.nextInt(4) == 0) {
        mutant = mutated(mutant, random);
      }
      judge(mutant, number);
    }
  }

  private static void judge(byte[] mutant, int number) throws IOException {
    long begun = System.nanoTime();
    try {
      Verdict.of(mutant);
    } catch (Throwable thrown) {
      Path kept = keep(mutant, number);
      throw new AssertionError("mutant " + number + " of seed " + SEED + ", see " + kept, thrown);
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    if (millis > SLOW_MILLIS) {
      assertTrue(false, "mutant " + number + ": " + millis + " ms, see " + keep(mutant, number));
    }
  }

  private static Path keep(byte[] mutant, int number) throws IOException {
    Files.createDirectories(FAILED);
    return Files.write(FAILED.resolve("mutant-" + SEED + "-" + number), mutant);
  }

  /** The samples as they are, and what is in those that are packed. */
  private static List<byte[]> samples() throws IOException {
    List<byte[]> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("sample-reports"))) {
      for (Path file : files.sorted().toList()) {
        samples.add(Files.readAllBytes(file));
        if (file.toString().endsWith(".gz")) {
          ByteArrayInputStream bytes = new ByteArrayInputStream(Files.readAllBytes(file));
          try (GZIPInputStream gzip = new GZIPInputStream(bytes)) {
            samples.add(gzip.readNBytes(100_000));
          } catch (IOException cut) {
            // the others are enough
          }
        }
      }
    }
    return samples;
  }

  private static byte[] mutated(byte[] of, Random random) {
    byte[] bytes = of;
    for (int edits = 1 + random.nextInt(4); edits > 0 && bytes.length > 1; edits--) {
      bytes = edited(bytes, random);
    }
    return bytes;
  }

  private static byte[] edited(byte[] of, Random random) {
    int at = random.nextInt(of.length);
    int behind = Math.min(of.length, at + 1 + random.nextInt(1 << random.nextInt(9)));
    byte[] bytes = of.clone();
    return switch (random.nextInt(8)) {
      case 0 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 1 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 2 -> {
        Arrays.fill(bytes, at, behind, (byte) (random.nextBoolean() ? 0xff : 0));
        yield bytes;
      }
      case 3 -> joined(of, at, new byte[0], behind);
      case 4 -> joined(of, behind, new byte[0], at);
      case 5 -> random.nextInt(3) == 0 ? Arrays.copyOf(of, at) : bytes;
      case 6 -> {
        int from = random.nextInt(of.length);
        int length = Math.min(behind - at, of.length - from);
        System.arraycopy(of, from, bytes, at, Math.min(length, of.length - at));
        yield bytes;
      }
      default -> {
        byte[] piece =
            PIECES[random.nextInt(PIECES.length)].getBytes(
                random.nextInt(8) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        yield joined(of, at, piece, random.nextBoolean() ? at : behind);
      }
    };
  }

  /** The bytes up to one place, others, and those from another place on. */
  private static byte[] joined(byte[] of, int upTo, byte[] piece, int from) {
    byte[] bytes = Arrays.copyOf(of, upTo + piece.length + of.length - from);
    System.arraycopy(piece, 0, bytes, upTo, piece.length);
    System.arraycopy(of, from, bytes, upTo + piece.length, of.length - from);
    return bytes;
  }

  private static byte[] packed(byte[] bytes, Random random) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    switch (random.nextInt(8)) {
      case 0 -> {
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
          gzip.write(bytes);
        }
      }
      case 1 -> {
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
          zip.putNextEntry(new ZipEntry("report.xml"));
          zip.write(bytes);
        }
      }
      case 2 -> {
        String header =
            """
            From: a@b.example
            Content-Type: application/xml; name=r.xml
            Content-Transfer-Encoding: base64

            """;
        packed.write(header.getBytes(StandardCharsets.US_ASCII));
        packed.write(Base64.getMimeEncoder().encode(bytes));
      }
      default -> packed.write(bytes);
    }
    return packed.toByteArray();
  }
}
