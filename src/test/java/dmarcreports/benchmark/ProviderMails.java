package dmarcreports.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A month of a provider: mails of some 3 KiB with one report of one to three records each, a
 * hundred to a policy domain, and one in a hundred for the second time. The n-th mail is the same
 * however many there are.
 */
final class ProviderMails {
  private static final int IN_A_DIRECTORY = 1_000;
  private static final int OF_A_DOMAIN = 100;
  private static final int REPORTERS = 40;
  private static final int DAYS = 30;
  private static final int HEADER_BYTES = 900;

  private ProviderMails() {}

  /**
   * Writes mails into a directory, a thousand to a directory below it.
   *
   * @param args the directory, how many mails, and how many percent are about one policy domain
   */
  public static void main(String... args) throws IOException {
    int count = Integer.parseInt(args[1]);
    int skew = Integer.parseInt(args[2]);
    Path directory = Path.of(args[0]);
    for (int i = 0; i < count; i++) {
      if (i % IN_A_DIRECTORY == 0) {
        directory = Path.of(args[0], String.format("%04d", i / IN_A_DIRECTORY));
        Files.createDirectories(directory);
      }
      String mail = mail(i % 100 == 99 ? i - 1 : i, count / OF_A_DOMAIN, skew);
      Files.writeString(directory.resolve(String.format("%07d.eml", i)), mail);
    }
  }

  private static String mail(int number, int domains, int skew) throws IOException {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    boolean isLarge = random.nextInt(100) < skew;
    String domain = "d" + (isLarge ? 0 : random.nextInt(domains)) + ".example";
    Corpus corpus = new Corpus(random);
    String reporter = "reporter" + random.nextInt(REPORTERS) + ".example.net";
    long begin = Corpus.BEGIN + Corpus.DAY * random.nextInt(DAYS);
    String xml = corpus.report(reporter, domain, "id" + number, begin, 1 + random.nextInt(3));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(xml.getBytes(StandardCharsets.UTF_8));
    }
    byte[] signature = new byte[HEADER_BYTES];
    random.nextBytes(signature);
    String name = reporter + "!" + domain + "!" + begin + "!" + (begin + Corpus.DAY - 1);
    return "DKIM-Signature: v=1; a=rsa-sha256; d="
        + reporter
        + "; b="
        + Base64.getMimeEncoder(76, "\r\n ".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(signature)
        + "\r\n"
        + Corpus.mail(reporter, domain, name, bytes.toByteArray());
  }
}
