package dmarcreports.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dmarcreports.report.UnreadableReport;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What real reporters do to a whole document: its bytes, what surrounds it, its namespaces. */
class DocumentQuirksTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String BASE = BaseReport.XML;
  private static final String BARE = BASE.substring(BASE.indexOf('\n') + 1);
  private static final String UMLAUT = BASE.replace("Receiver", "Müller “x”");
  private static final String NONE = "";

  static Stream<Arguments> documents() {
    return Stream.of(
        arguments("no XML declaration", bytes(BARE), "Receiver", NONE),
        arguments("byte order mark", bytes("\uFEFF" + BASE), "Receiver", NONE),
        arguments("blank lines before the declaration", bytes("\n \n" + BASE), "Receiver", NONE),
        arguments("UTF-16 with a mark", utf16(BASE, "UTF-16"), "Receiver", NONE),
        arguments("UTF-16LE without one", utf16(BARE, "UTF-16LE"), "Receiver", NONE),
        arguments("UTF-16BE without one", utf16(BARE, "UTF-16BE"), "Receiver", NONE),
        arguments(
            "windows-1252 declared, unused prefix",
            declared(UMLAUT.replace("<feedback>", "<feedback xmlns:ns1=\"u\">"), "windows-1252"),
            "Müller “x”",
            NONE),
        arguments("us-ascii declared", declared(BASE, "us-ascii"), "Receiver", NONE),
        arguments("UTF-8", bytes(UMLAUT), "Müller “x”", NONE),
        arguments("Latin-1 in UTF-8", UMLAUT.getBytes(WINDOWS_1252), "Müller “x”", "repaired"),
        arguments(
            "a byte that windows-1252 lacks",
            BASE.replace("Receiver", "a\u0081b").getBytes(StandardCharsets.ISO_8859_1),
            "a\uFFFDb",
            "repaired"),
        arguments("a control", bytes(BASE.replace("Receiver", "a\u0007b")), "a\uFFFDb", "repaired"),
        arguments("stray text", bytes(BASE.replace("</sp>", "</sp>11")), "Receiver", NONE),
        arguments(
            "IKEA: a quotation mark and an unclosed schema",
            bytes(
                BASE.replace(
                    "<feedback>",
                    "\"<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                        + " targetNamespace=\"http://dmarc.org/dmarc-xml/0.1\">\n<feedback>")),
            "Receiver",
            "repaired"),
        arguments("on one line", bytes(BASE.replaceAll("\\s*\n\\s*", "")), "Receiver", NONE),
        arguments("a comment before", bytes("<!-- <feedback> -->" + BARE), "Receiver", NONE),
        arguments("a stylesheet", bytes("<?xml-stylesheet href=\"x\"?>" + BARE), "Receiver", NONE),
        arguments("a comment behind", bytes(BASE + "<!-- x -->\n"), "Receiver", NONE),
        arguments("escaped", bytes("<pre>" + escaped(BASE) + "</pre>"), "Receiver", "repaired"),
        arguments("no namespace", root("<feedback>", "</feedback>"), "Receiver", NONE),
        arguments(
            "xsd and xsi alone",
            root("<feedback xmlns:xsd=\"x\" xmlns:xsi=\"y\">", "</feedback>"),
            "Receiver",
            NONE),
        arguments(
            "dmarc-2.0",
            root("<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">", "</feedback>"),
            "Receiver",
            NONE),
        arguments(
            "tns declared, unused",
            root("<feedback xmlns:tns=\"http://dmarc.org/dmarc-xml/0.1\">", "</feedback>"),
            "Receiver",
            NONE),
        arguments(
            "a misspelt namespace",
            root("<feedback xmlns=\"http//dmarc.org/dmarc-xml/0.1\">", "</feedback>"),
            "Receiver",
            NONE),
        arguments(
            "a prefixed root with bare children",
            root("<d:feedback xmlns:d=\"http://dmarc.org/dmarc-xml/0.1\">", "</d:feedback>"),
            "Receiver",
            NONE),
        arguments("order turned round", bytes(turnedRound()), "Receiver", NONE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void aDocumentIsRead(String what, byte[] document, String orgName, String deviations)
      throws Exception {
    CollectedReport read = CollectedReport.of(document, "report.xml");
    assertEquals(orgName, read.report.metadata().orgName());
    assertEquals("1", read.values().get("records"));
    assertEquals("3", read.values().get("messages"));
    assertEquals(deviations, read.deviations());
  }

  @ParameterizedTest
  @CsvSource({
    "receiver.example!example.com!1700000000!1700086399.xml, 1700000000..1700086399",
    "dir/receiver.example!example.com!1700000000!1700086399!id.xml.gz, 1700000000..1700086399"
  })
  void aMissingWindowIsThatOfTheFileName(String name, String window) throws Exception {
    CollectedReport read =
        CollectedReport.of(bytes(BaseReport.with("date_range", "<date_range/>")), name);
    assertEquals(window, read.values().get("window"));
    assertEquals("-", read.values().get("reported"));
    assertEquals("assumed report_metadata/date_range", read.deviations());
  }

  @ParameterizedTest
  @CsvSource({"a!b!2!1.xml", "a!b!x!1.xml", "a!b!1!253402300800.xml", "report.xml", "''"})
  void aFileNameWithoutAWindowSuppliesNone(String name) {
    UnreadableReport discarded =
        assertThrows(
            UnreadableReport.class,
            () -> CollectedReport.of(bytes(BaseReport.with("date_range", "")), name));
    assertEquals("missing_field", discarded.reason().word());
  }

  @Test
  void whatHasNoFeedbackIsNoReport() throws Exception {
    for (String other : new String[] {"", "hello", "{}", "<html/>", "<feedbacks/>", "<!-- "}) {
      assertNull(CollectedReport.of(bytes(other), "x"), other);
    }
  }

  @Test
  void manyDummiesAreNotKept() throws Exception {
    CollectedReport read =
        CollectedReport.of(
            BaseReport.with(
                "record", "<record><row><source_ip/><count/></row></record>".repeat(200_000)));
    assertEquals(0, read.records.size());
    assertEquals(1_000, read.deviations.size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as it is                 | version         | <version>1.0</version>       | RFC7489
          np beside pct of Google  | policy_published/sp | <np>none</np>            | HYBRID
          disposition pass         | disposition     | <disposition>pass</disposition> | HYBRID
          discovery_method         | pct | <discovery_method>psl</discovery_method> | RFC9990
          testing                  | pct             | <testing>n</testing>         | RFC9990
          generator                | report_id       | <generator>x</generator>     | HYBRID
          a reason of RFC 9990 | disposition | <reason><type>policy_test_mode</type></reason> | HYBRID
          version 2.0 says nothing | version         | <version>2.0</version>       | RFC7489
          """)
  void theShapeIsFoundByEvidence(String what, String element, String xml, String format)
      throws Exception {
    assertEquals(format, CollectedReport.of(BaseReport.with(element, xml)).format.name());
  }

  @Test
  void withoutWhatRfc7489BroughtTheShapeIsOlder() throws Exception {
    String old = BASE;
    for (String path :
        new String[] {"version", "fo", "envelope_from", "selector", "auth_results/spf/scope"}) {
      old = BaseReport.with(old, path, "");
    }
    assertEquals("PRE_RFC", CollectedReport.of(old).format.name());
    String bare = BaseReport.with(old, "pct", "");
    String namespace = "<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">";
    assertEquals(
        "RFC9990", CollectedReport.of(bare.replace("<feedback>", namespace)).format.name());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] utf16(String text, String charset) {
    return text.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
        .getBytes(Charset.forName(charset));
  }

  private static byte[] declared(String text, String charset) {
    return text.replace("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"")
        .getBytes(Charset.forName(charset));
  }

  private static byte[] root(String start, String end) {
    return bytes(BASE.replace("<feedback>", start).replace("</feedback>", end));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String turnedRound() {
    return "<feedback>"
        + BaseReport.RECORD
        + BARE.substring(BARE.indexOf("<policy_published>"), BARE.indexOf("<record>"))
        + BARE.substring(BARE.indexOf("<report_metadata>"), BARE.indexOf("<policy_published>"))
        + "</feedback>";
  }
}
