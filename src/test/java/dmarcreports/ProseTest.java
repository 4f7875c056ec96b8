package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Analysis;
import dmarcreports.output.Format;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The analysis speaks no language, and the output that of a catalogue: what they have to say are
 * phrases, whose words are in the catalogues. Looked for in what is compiled: a text of three words
 * or more.
 */
class ProseTest {
  private static final int WORDS = 3;

  /** What may be there, and is. */
  private static final Set<String> EXEMPT =
      Set.of(
          // thrown where the program is wrong, to whoever changes it
          "Finding: nothing to say of",
          "Network: no such prefix length:",
          "Tally: messages are not",
          // or a file that comes with it
          "OwnText: is missing in the program",
          "Reader: a closing brace too many",
          "Reader: no form of a plural",
          "PluralRules: no rule of plurals:",
          "SenderProfiles: two services are called",
          "SenderProfiles: claim one domain",
          "SenderTable: has no value, or blanks",
          "SenderTable: is said twice",
          "SenderTable: only senders name relays",
          "SenderTable: the block that ends here has no",
          "SenderTable: two services are called",
          "SenderTable: verified is yes or no",
          // thrown where the disk is full or the reader has gone, as in the words of the system
          "Paragraphs: cannot be written",
          // no sentences: a mark in the Public Suffix List, rules for browsers, records of
          // DNS, commands
          "SuffixRules: ===BEGIN PRIVATE DOMAINS===",
          "DmarcFinding: . TXT \"v=DMARC1; p=none; rua=mailto:",
          "KeyRecords: TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\"",
          "ParkRemedy: . TXT \"v=spf1 -all\"",
          "SesMailFrom: . TXT \"v=spf1 include:amazonses.com ~all\"",
          "Assets: default-src 'none'; style-src",
          "Assets: ; img-src data:; base-uri 'none'; form-action 'none'",
          "Dig: dig +short TXT",
          "MailSigns: aws sesv2 get-email-identity --email-identity",
          "SesCommand: --signing-attributes-origin AWS_SES --signing-attributes"
              + " NextSigningKeyLength=RSA_2048_BIT");

  @Test
  void sentencesStandInCatalogues() throws Exception {
    Set<String> prose = new TreeSet<>();
    for (Class<?> door : List.of(Analysis.class, Format.class)) {
      try (Stream<Path> all = Files.walk(classes(door))) {
        for (Path one : all.filter(ProseTest::isOurs).toList()) {
          prose.addAll(prose(one));
        }
      }
    }
    assertEquals(new TreeSet<>(EXEMPT), prose);
  }

  @Test
  void whatIsPlantedIsFound() throws Exception {
    Set<String> prose = prose(classes(ProseTest.class).resolve("ProseTest$Planted.class"));
    assertEquals(Set.of("Planted: This is prose", "Planted: is glued to"), prose);
  }

  /** The page's templates hold tags and labels of phrases. */
  @Test
  void noTextStandsInTemplates() throws IOException {
    Set<String> texts = new TreeSet<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main/jte"))) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        text(Files.readString(one)).forEach(text -> texts.add(one.getFileName() + ": " + text));
      }
    }
    assertEquals(Set.of(), texts);
    assertEquals(
        List.of("Text", "glued"),
        text("@if(one.is())\n<p class=\"a b\">Text ${of(a)} glued</p>\n"));
  }

  /** The words of a template that stand between tags and are no expression. */
  private static List<String> text(String template) {
    String bare =
        template
            .replaceAll("(?m)^\\s*[@!].*$", " ")
            .replaceAll("\\$(unsafe)?\\{[^}]*}", " ")
            .replaceAll(
                "@(template|if|endif|else|for|endfor)\\b(\\((?:[^()]|\\([^()]*\\))*\\))?", " ")
            .replaceAll("<[^>]*>", " ");
    return Arrays.stream(bare.split("\\s+")).filter(ProseTest::isWord).toList();
  }

  /** What templates become is tags. */
  private static boolean isOurs(Path file) {
    return file.toString().endsWith(".class")
        && !file.getParent().endsWith("dmarcreports/output/html/template");
  }

  /** Where the classes of a package lie. */
  private static Path classes(Class<?> one) throws Exception {
    URL file = Objects.requireNonNull(one.getResource(one.getSimpleName() + ".class"));
    return Objects.requireNonNull(Path.of(file.toURI()).getParent());
  }

  private static Set<String> prose(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".class", "").replaceAll(".*\\$", "");
    Set<String> prose = new TreeSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (String literal : literals(new DataInputStream(in))) {
        long words = Arrays.stream(literal.split("\\s+")).filter(ProseTest::isWord).count();
        if (words >= WORDS) {
          prose.add(name + ": " + literal.strip());
        }
      }
    }
    return prose;
  }

  private static boolean isWord(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  /**
   * The texts in the constant pool of a class (JVMS 4.4). Where one is put together, its pieces may
   * stand there as one, with U+0001 between them.
   */
  private static List<String> literals(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    int size = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> literals = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 8 -> literals.add(in.readUnsignedShort());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // takes two places
        }
        case 7, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant of kind " + tag);
      }
    }
    return literals.stream()
        .map(texts::get)
        .flatMap(text -> Arrays.stream(text.split("\u0001")))
        .toList();
  }

  /** What must not be there, and what may. */
  @SuppressWarnings({"UnusedMethod", "UnusedNestedClass", "unused"})
  private static final class Planted {
    static String whole() {
      return "This is prose";
    }

    static String name() {
      return "Amazon SES";
    }

    static String glued(String sender) {
      return sender + " is glued to " + sender;
    }
  }
}
