package dmarcreports.mail;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged in any way, an input ends in documents and discards, and soon. */
class MutationTest {
  private static final int ROUNDS = Integer.getInteger("mutations", 20);
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final int LARGEST = 100_000;

  private static List<byte[]> seeds() throws IOException {
    byte[] report = Packed.bytes("<?xml version=\"1.0\"?><feedback>" + "abc".repeat(99));
    List<byte[]> seeds = new ArrayList<>();
    for (Packed outer : Packed.values()) {
      seeds.add(outer.pack(report));
      seeds.add(outer.pack(Packed.ZIP.pack(report)));
      seeds.add(Mails.withAttachment("application/zip", outer.pack(report)));
    }
    if (Files.exists(CORPUS)) {
      try (Stream<Path> files = Files.walk(CORPUS)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (Files.size(file) < LARGEST) {
            seeds.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return seeds;
  }

  @Test
  void nothingIsThrown() throws IOException {
    Random random = new Random(20261124);
    for (byte[] seed : seeds()) {
      for (int round = 0; round < ROUNDS && seed.length > 0; round++) {
        byte[] mutant = mutate(seed, random);
        String told = "length " + mutant.length + ", round " + round;
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Seen.in(mutant), told);
      }
    }
  }

  private static byte[] mutate(byte[] seed, Random random) {
    byte[] mutant = seed.clone();
    int place = random.nextInt(2) == 0 ? Math.min(seed.length, 600) : seed.length;
    for (int edits = 1 + random.nextInt(8); edits > 0; edits--) {
      int at = random.nextInt(place);
      switch (random.nextInt(5)) {
        case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutant[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(mutant, at, Math.min(mutant.length, at + 4), (byte) 0xff);
        case 3 -> {
          int length = Math.min(random.nextInt(64), mutant.length - at);
          int from = random.nextInt(mutant.length - length + 1);
          System.arraycopy(mutant, from, mutant, at, length);
        }
        default -> mutant[mutant.length - 1 - at % Math.min(64, mutant.length)] ^= 0x41;
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
  }
}
