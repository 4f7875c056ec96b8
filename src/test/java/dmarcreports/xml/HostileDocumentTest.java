package dmarcreports.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dmarcreports.report.UnreadableReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that mean harm, or were harmed: discarded by the right word, and quickly. */
class HostileDocumentTest {
  private static final String BASE = BaseReport.XML;
  private static final String XXE =
      "<!DOCTYPE feedback [<!ENTITY x SYSTEM \"file:///dev/random\">]>";
  private static final String LAUGHS =
      "<!DOCTYPE f [<!ENTITY a \"ha\">"
          + IntStream.range(1, 30)
              .mapToObj(i -> "<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">")
              .collect(Collectors.joining())
          + "]>";

  static Stream<Arguments> documents() {
    String huge = "x".repeat(2 << 20);
    String deep = "<record>".repeat(100_000);
    String attributes =
        IntStream.range(0, 200_000)
            .mapToObj(i -> " a" + i + "=\"\"")
            .collect(Collectors.joining("", "<record", "/>"));
    String signatures =
        "<record><auth_results>" + "<dkim/>".repeat(200_000) + "</auth_results></record>";
    return Stream.of(
        arguments("external entity", "doctype", utf8(before(XXE))),
        arguments("external entity in UTF-16", "doctype", before(XXE).getBytes(UTF_16)),
        arguments(
            "DOCTYPE after a long comment",
            "doctype",
            utf8(before("<!--" + "x".repeat(300_000) + "-->" + XXE))),
        arguments("public id", "doctype", utf8(before("<!DOCTYPE f PUBLIC \"a\" \"http://b\">"))),
        arguments("billion laughs", "doctype", utf8(before(LAUGHS))),
        arguments("nesting, closed", "xml_limit", utf8(in(deep + deep.replace("<", "</")))),
        arguments("nesting, not closed", "xml_limit", utf8(in(deep))),
        arguments("many attributes", "xml_limit", utf8(in(attributes))),
        arguments(
            "many namespaces",
            "xml_limit",
            utf8(in(attributes.replace(" a", " xmlns:a").replace("\"\"", "\"u\"")))),
        arguments("many signatures in a record", "xml_limit", utf8(in(signatures))),
        arguments("16 MiB of text", "xml_limit", utf8(text("x".repeat(16 << 20)))),
        arguments(
            "16 MiB of CDATA", "xml_limit", utf8(text("<![CDATA[" + "x".repeat(16 << 20) + "]]>"))),
        arguments(
            "32 MiB of comment before",
            "accepted",
            utf8(before("<!--" + "x".repeat(32 << 20) + "-->"))),
        arguments(
            "a huge attribute",
            "xml_limit",
            utf8(in("<record a=\"" + "x".repeat(1 << 20) + "\"/>"))),
        arguments("a huge comment", "xml_limit", utf8(in("<!--" + huge + "-->"))),
        arguments("a huge comment behind", "xml_limit", utf8(BASE + "<!--" + huge + "-->")),
        arguments("a huge instruction", "xml_limit", utf8(in("<?x " + huge + "?>"))),
        arguments("a huge end tag", "xml_limit", utf8(in("</" + huge + ">"))),
        arguments("a huge name", "xml_limit", utf8(in("<" + huge + "/>"))),
        arguments("a huge name, not closed", "xml_limit", utf8(in("<" + huge))),
        arguments("a huge declaration", "xml_limit", utf8(in("<!x " + huge + ">"))),
        arguments("a huge reference", "xml_limit", utf8(text("&" + huge + ";"))),
        arguments(
            "comments that are huge together",
            "accepted",
            utf8(in(("<!-- > ' - > -->" + "<?x ?\">?><![CDATA[]>]]]>").repeat(100_000)))),
        arguments("a long name", "xml_limit", utf8(in("<" + "x".repeat(1_000) + "/>"))),
        arguments("cut in a record", "truncated", cut("<count>")),
        arguments("cut before the last element", "truncated", cut("</feedback>")),
        arguments(
            "the last bracket missing",
            "truncated",
            utf8(BASE.strip().substring(0, BASE.strip().length() - 1))),
        arguments("two roots", "not_xml", utf8(BASE + BASE.substring(BASE.indexOf("<feedback>")))),
        arguments("junk behind", "not_xml", utf8(BASE + "junk")),
        arguments(
            "wrapped in another element",
            "not_xml",
            utf8("<x>" + BASE.substring(BASE.indexOf("<feedback>")) + "</x>")),
        arguments("a wrong end tag", "not_xml", utf8(BASE.replace("</row>", "</record>"))),
        arguments(
            "an attribute twice",
            "not_xml",
            utf8(BASE.replace("<count>", "<count a=\"\" a=\"\">"))),
        arguments(
            "an undeclared prefix",
            "not_xml",
            utf8(BASE.replace("<count>3</count>", "<a:count>3</a:count>"))),
        arguments("a surrogate reference", "not_xml", utf8(text("&#xD800;"))),
        arguments(
            "a control of XML 1.1",
            "not_xml",
            utf8(text("&#27;").replace("version=\"1.0\" enc", "version=\"1.1\" enc"))),
        arguments("NUL", "encoding", utf8(text("a\u0000b"))),
        arguments("overlong, two bytes", "encoding", latin1("\u00C0\u00AF")),
        arguments("overlong, three bytes", "encoding", latin1("\u00E0\u0080\u00AF")),
        arguments("overlong, four bytes", "encoding", latin1("\u00F0\u0080\u0080\u00AF")),
        arguments("CESU surrogates", "encoding", latin1("\u00ED\u00A0\u0080\u00ED\u00B0\u0080")),
        arguments("UTF-7 declared", "encoding", utf8(BASE.replace("UTF-8", "UTF-7"))),
        arguments("EBCDIC declared", "encoding", utf8(BASE.replace("UTF-8", "IBM037"))),
        arguments("UTF-16 declared", "encoding", utf8(BASE.replace("UTF-8", "UTF-16"))),
        arguments("nonsense declared", "encoding", utf8(BASE.replace("UTF-8", "x-user"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void aHostileDocumentHasItsWord(String what, String word, byte[] document) {
    String verdict =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> CollectedReport.verdict(document), what);
    assertEquals(word, verdict);
  }

  /** A seed that once found a report whose root was lost in the mending. */
  @Test
  void everyMutantIsReadOrDiscarded() {
    everyMutantIsReadOrDiscarded(10203536392102L);
    everyMutantIsReadOrDiscarded(Long.getLong("seed", 20261124));
  }

  private static void everyMutantIsReadOrDiscarded(long seed) {
    System.out.println("HostileDocumentTest: seed " + seed);
    Random random = new Random(seed);
    byte[][] reports = {
      utf8(BASE), BASE.getBytes(UTF_16), utf8(BASE.replace("Receiver", "Müller & <x>"))
    };
    for (int i = 0; i < 2_000; i++) {
      byte[] mutant = reports[random.nextInt(reports.length)];
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        mutant = mutated(mutant, random);
      }
      byte[] document = mutant;
      try {
        CollectedReport.of(document, "report.xml");
      } catch (UnreadableReport discarded) {
        assertEquals(-1, discarded.getMessage().indexOf('\n'), "seed " + seed);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ": " + new String(document, ISO_8859_1), e);
      }
    }
  }

  private static byte[] mutated(byte[] of, Random random) {
    if (of.length < 2) {
      return of;
    }
    byte[] bytes = of.clone();
    int at = random.nextInt(bytes.length);
    int length = random.nextInt(Math.min(200, bytes.length - at)) + 1;
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 ->
          bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : joined(of, at, at + length);
      default -> bytes = joined(of, at + length, at);
    }
    return bytes;
  }

  /** The bytes up to one place, and those from another one on. */
  private static byte[] joined(byte[] of, int upTo, int from) {
    byte[] bytes = Arrays.copyOf(of, upTo + of.length - from);
    System.arraycopy(of, from, bytes, upTo, of.length - from);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] latin1(String text) {
    return text(text).getBytes(ISO_8859_1);
  }

  private static byte[] cut(String before) {
    return utf8(BASE.substring(0, BASE.indexOf(before)));
  }

  private static String before(String prolog) {
    return BASE.replace("<feedback>", prolog + "<feedback>");
  }

  private static String in(String xml) {
    return BASE.replace("<record>", xml + "<record>");
  }

  private static String text(String text) {
    return BASE.replace("Receiver", text);
  }
}
