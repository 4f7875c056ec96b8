package dmarcreports.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.Evidence;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.report.UnreadableReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A record that was read before is told as one that is read: each call of the sink and the outcome,
 * with what is remembered and without. {@code -Dmutants.known=N} tries more mutants, {@code
 * -Dmutants.seed=N} the same again.
 */
class KnownRecordsTest {
  private static final int MUTANTS = Integer.getInteger("mutants.known", 6_000);
  private static final long SEED = Long.getLong("mutants.seed", System.nanoTime());
  private static final String FOREIGN = "xmlns='urn:foreign'";
  private static final String[] PIECES = {
    "<",
    ">",
    "&",
    "&amp;",
    "&#65;",
    "]]>",
    "<!--",
    "-->",
    "<!-- <record> -->",
    "<![CDATA[",
    "<?x?>",
    "</record>",
    "<record>",
    "<record/>",
    "</feedback>",
    "<row>",
    "</row>",
    "<source_ip>",
    "<count>",
    "<count>1</count>",
    "<source_ip>192.0.2.9</source_ip>",
    "<source_ip/>",
    "<x/>",
    "<x>",
    "</x>",
    "<x:record>",
    " a='>'",
    " " + FOREIGN,
    " xmlns=''",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "\0",
    "\u00fc",
    "\u20ac",
    "'",
    "\"",
    "9223372036854775807",
    ":",
    "-",
    "0",
    "<!DOCTYPE f>",
    "<version>2</version>",
    "<policy_published><domain>example.org</domain></policy_published>"
  };

  private final ReportParser remembering = new ReportParser();
  private final ReportParser forgetful = new ReportParser(Optional.empty());

  /** All that a sink is told, and how it ended; wants no more after some records. */
  private static final class Told implements ReportSink {
    private final int most;
    private final List<Object> calls = new ArrayList<>();
    private final List<Evidence> evidences = new ArrayList<>();

    private Told(int most) {
      this.most = most;
    }

    static Told of(ReportParser parser, InputStream document, int most) throws IOException {
      Told told = new Told(most);
      try {
        told.calls.add(parser.parse(new ReplayableContent(document), "report.xml", told));
      } catch (UnreadableReport e) {
        told.calls.add(e.reason() + " " + e.getMessage());
      }
      return told;
    }

    @Override
    public void begin(AggregateReport report) {
      calls.add(report);
    }

    @Override
    public void record(AggregateRecord record) {
      calls.add(record);
      evidences.add(record.evidence());
    }

    @Override
    public void end(ReportFormat format, List<Deviation> deviations) {
      calls.add(format + " " + deviations);
    }

    @Override
    public boolean goesOn() {
      return evidences.size() < most;
    }
  }

  /** A report of some of the base report's records, each with a source and count of its own. */
  private static String report(String... records) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < records.length; i++) {
      all.append(
          records[i].replace("192.0.2.1", "192.0.2." + (i + 1)).replace(">3<", ">" + i * 7 + "<"));
    }
    return BaseReport.XML.replace(BaseReport.RECORD, all);
  }

  private static String with(String path, String xml) {
    return BaseReport.with(BaseReport.RECORD, path, xml);
  }

  private static String odd(String domain) {
    return with("identifiers/header_from", "<header_from>" + domain + "</header_from>");
  }

  private Told assertSameTold(byte[] document) throws IOException {
    return assertSameTold(document, Integer.MAX_VALUE);
  }

  private Told assertSameTold(byte[] document, int most) throws IOException {
    Told expected = Told.of(forgetful, new ByteArrayInputStream(document), most);
    Told told = Told.of(remembering, new ByteArrayInputStream(document), most);
    assertEquals(
        expected.calls, told.calls, () -> "seed " + SEED + ": " + new String(document, UTF_8));
    return told;
  }

  private Told assertSameTold(String document) throws IOException {
    return assertSameTold(document.getBytes(UTF_8));
  }

  @Test
  void whatWasReadBeforeIsTheSameEvidence() throws IOException {
    String other = odd("other.example.com");
    List<Evidence> told =
        assertSameTold(
                report(BaseReport.RECORD, BaseReport.RECORD, other, BaseReport.RECORD, other))
            .evidences;
    assertSame(told.get(0), told.get(1));
    assertSame(told.get(0), told.get(3));
    assertSame(told.get(2), told.get(4));
    List<Evidence> next = assertSameTold(report(other, BaseReport.RECORD)).evidences;
    assertSame(told.get(2), next.get(0));
    assertSame(told.get(0), next.get(1));
  }

  @Test
  void anotherPolicyIsAnotherEvidence() throws IOException {
    String xml = report(BaseReport.RECORD, BaseReport.RECORD);
    Evidence strict = assertSameTold(xml).evidences.get(1);
    List<Evidence> relaxed = assertSameTold(xml.replace("<aspf>s", "<aspf>r")).evidences;
    assertNotSame(strict, relaxed.get(0));
    assertSame(relaxed.get(0), relaxed.get(1));
  }

  @Test
  void anAuthorDomainThatIsThePolicysIsNotRemembered() throws IOException {
    String xml = report(odd(""), odd(""));
    assertSameTold(xml);
    assertSameTold(
        xml.replace(
            "<domain>example.com</domain>\n  <adkim>", "<domain>example.org</domain>\n  <adkim>"));
  }

  static Stream<String> traps() {
    String one = BaseReport.RECORD;
    String many = report(one, one, odd("a.example"), one, one, odd("a.example"));
    String before = BaseReport.XML.substring(0, BaseReport.XML.indexOf("<report_metadata>"));
    String behind = BaseReport.XML.substring(before.length()).replace(one, "");
    return Stream.of(
        many,
        many.replace("\n", "\r\n"),
        many.replace("\n", "\r"),
        many.replaceAll(">\\s+<", "><"),
        many.replace("<feedback>", "<feedback " + FOREIGN + ">"),
        many.replace("<feedback>", "<feedback xmlns='urn:ietf:params:xml:ns:dmarc-2.0'>"),
        many.replace("<feedback>", "<f:feedback xmlns:f='urn:f'>")
            .replace("</feedback>", "</f:feedback>"),
        many.replace("<feedback>", "<f:feedback xmlns:f='urn:f' " + FOREIGN + ">")
            .replace("</feedback>", "</f:feedback>"),
        many.replaceAll("<(/?)([a-z])", "<$1f:$2")
            .replace("<f:feedback>", "<f:feedback xmlns:f='urn:f'>"),
        report(one, one, one.replace("<record>", "<record " + FOREIGN + ">"), one),
        report(one, one, "<!-- " + one.replace("-", "") + " -->", one),
        report(one, one, "<!-- " + one + " -- -->", one),
        report(one, one, "<![CDATA[" + one + "]]>", one),
        report(one, "<?record " + one + "?>", one),
        report(one, "<extension>" + one + one + "</extension>", one, "<extension/>", one),
        report(one, one.replace("</record>", one + "</record>"), one),
        report(one, one, one.replace("<row>", "<record><row>"), one),
        report(one, one, one.replace("</record>", ""), one),
        report(one, one, "text", one, "&amp;", one, "]]>", one),
        report(one, one.replace("example.com", "&#101;xample.com"), one),
        report(one, with("row/source_ip", ""), with("row/source_ip", ""), one),
        report(
            one,
            with("row/source_ip", "<source_ip/>"),
            with("row/source_ip", "<source_ip></source_ip>")),
        report(with("row/source_ip", "<source_ip>192.0.2.1</source_ip>".repeat(2)).repeat(3)),
        report(
            with(
                    "row/source_ip",
                    "<source_ip>192.0.2.1</source_ip><source_ip>192.0.2.77</source_ip>")
                .repeat(3)),
        report(
            with(
                    "row/source_ip",
                    "<source_ip>192.0.2.1</source_ip><row><source_ip>1</source_ip></row>")
                .repeat(3)),
        report(with("identifiers/header_from", "<source_ip>192.0.2.1</source_ip>").repeat(3)),
        report(with("identifiers/header_from", "<count>3</count>").repeat(3)),
        report(one, with("row/source_ip", "<source_ip> 192.0.2.1\n</source_ip>"), one),
        report(one, with("row/source_ip", "<source_ip>192.0.2.1:25</source_ip>"), one),
        report(one, with("row/source_ip", "<source_ip>[2001:db8::1]</source_ip>"), one),
        report(one, with("row/source_ip", "<source_ip>2001:DB8:0::1</source_ip>"), one),
        report(one, with("row/source_ip", "<source_ip>host.example</source_ip>"), one),
        report(one, with("row/source_ip", "<source_ip>192.0.2.1<!-- --></source_ip>"), one),
        report(one, one, with("row/count", ""), one),
        report(one, one, with("row/count", "<count>00000000000000000000007</count>"), one),
        report(one, one, with("row/count", "<count>9223372036854775808</count>"), one),
        report(one, one, with("row/count", "<count>999999999999999999</count>"), one),
        report(one, one, with("row/count", "<count>-1</count>"), one),
        report(one, one, with("row/count", "<count> 5 </count>"), one),
        report(one, one, with("row/count", "<count>0x5</count>"), one),
        report(with("row/count", "<count>3</count><count>4</count>").repeat(2)),
        report(
            one.replace("<source_ip>192.0.2.1</source_ip>", "")
                .replace("</count>", "</count><source_ip>192.0.2.1</source_ip>")
                .repeat(3)),
        report(odd("a.example<mystery/>").repeat(3)),
        report(odd("two words").repeat(3)),
        report(
            one,
            one.replace("<auth_results>", "<auth_results  >"),
            one.replace("</spf>", "</spf\n>")),
        report(one.replace("pass", "hardfail").repeat(3)),
        report(one.replace("none", "pass").repeat(3)),
        report(one.replace("example.com", "ex\u00e4mple.com").repeat(3)),
        report(one, " ".repeat(70_000), one, one),
        report(one, " ".repeat(9_000) + one, one, one),
        report(
            one,
            with(
                "identifiers/header_from", "<header_from>" + "x".repeat(70_000) + "</header_from>"),
            one),
        report((one + "\n".repeat(2_000)).repeat(80)) + "<",
        many + "<feedback/>",
        many.replace("</feedback>", "<mystery/>" + one + "</feedbag>"),
        many.replace("</feedback>", ""),
        before + one.repeat(3) + behind,
        before + one.repeat(10_001) + behind,
        before + odd("").repeat(2) + one.repeat(2) + behind,
        many.replace(
            "<report_metadata>",
            "<policy_published><domain>example.org</domain></policy_published><report_metadata>"));
  }

  @ParameterizedTest
  @MethodSource("traps")
  void trapsAreToldTheSame(String trap) throws IOException {
    assertSameTold(report(BaseReport.RECORD, odd("a.example"), odd("")));
    for (int i = 0; i < 2; i++) {
      assertSameTold(trap);
      assertSameTold("\ufeff" + trap);
      assertSameTold(trap.getBytes(UTF_16));
      assertSameTold(trap.getBytes(ISO_8859_1));
      assertSameTold(trap.replace("<version>", "<!-- \u00e9 --><version>").getBytes(ISO_8859_1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7})
  void aSinkMayStopAnywhere(int most) throws IOException {
    String one = BaseReport.RECORD;
    assertSameTold(report(one).getBytes(UTF_8), most);
    assertSameTold(report(one, one, odd("b.example"), one, one, one, "<").getBytes(UTF_8), most);
  }

  @Test
  void aReportMayBeCutAnywhere() throws IOException {
    String one = BaseReport.RECORD.replaceAll("\n *", "\n");
    byte[] whole = report(one, one, odd("b.example"), one, one).getBytes(UTF_8);
    assertSameTold(whole);
    for (int length = 0; length < whole.length; length++) {
      assertSameTold(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 4_095, 4_096})
  void recordsMayLieAcrossBuffers(int drop) throws IOException {
    for (int blanks = 0; blanks < 1_200; blanks += drop < 10 ? 400 : 7) {
      String records = (BaseReport.RECORD + " ".repeat(blanks)).repeat(25);
      byte[] report = report(records, odd("a.example"), records).getBytes(UTF_8);
      InputStream drops =
          new ByteArrayInputStream(report) {
            @Override
            public synchronized int read(byte[] into, int offset, int wanted) {
              return super.read(into, offset, Math.min(drop, wanted));
            }
          };
      assertEquals(
          Told.of(forgetful, new ByteArrayInputStream(report), Integer.MAX_VALUE).calls,
          Told.of(remembering, drops, Integer.MAX_VALUE).calls);
    }
  }

  @Test
  void bytesThatFailAreReadUpToThere() throws IOException {
    byte[] report = report(BaseReport.RECORD.repeat(30)).getBytes(UTF_8);
    for (int good = 0; good < report.length; good += 97) {
      assertEquals(failing(forgetful, report, good), failing(remembering, report, good));
    }
  }

  private static List<Object> failing(ReportParser parser, byte[] report, int good) {
    InputStream bytes =
        new SequenceInputStream(
            new ByteArrayInputStream(report, 0, good),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("broken");
              }

              @Override
              public int read(byte[] into, int offset, int wanted) throws IOException {
                return read();
              }
            });
    Told told = new Told(Integer.MAX_VALUE);
    try {
      parser.parse(new ReplayableContent(bytes), "report.xml", told);
    } catch (IOException | UnreadableReport e) {
      told.calls.add(e.toString());
    }
    return told.calls;
  }

  @Test
  void mutantsAreToldTheSame() throws IOException {
    List<byte[]> reports = new ArrayList<>();
    traps()
        .filter(trap -> trap.length() < 10_000)
        .forEach(trap -> reports.add(trap.getBytes(UTF_8)));
    try (Stream<Path> files = Files.list(Path.of("sample-reports"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".xml")).sorted().toList()) {
        reports.add(Files.readAllBytes(file));
      }
    }
    Random random = new Random(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = reports.get(random.nextInt(reports.size()));
      for (int edits = random.nextInt(4); edits > 0 && mutant.length > 1; edits--) {
        mutant = edited(mutant, random);
      }
      assertSameTold(mutant, random.nextInt(8) == 0 ? random.nextInt(6) : Integer.MAX_VALUE);
    }
  }

  private static byte[] edited(byte[] of, Random random) {
    String text = new String(of, ISO_8859_1);
    int at = random.nextInt(text.length());
    int behind = Math.min(text.length(), at + random.nextInt(1 << random.nextInt(12)));
    String piece = new String(PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8), ISO_8859_1);
    String mutant =
        switch (random.nextInt(6)) {
          case 0 -> text.substring(0, at);
          case 1 -> text.substring(0, at) + text.substring(behind);
          case 2 -> text.substring(0, behind) + text.substring(at);
          case 3 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
          default -> text.substring(0, at) + piece + text.substring(at);
        };
    return mutant.getBytes(ISO_8859_1);
  }

  @Test
  void whatIsKeptHasABound() throws IOException {
    Evidence evidence = assertSameTold(report(BaseReport.RECORD)).evidences.get(0);
    List<RecordCut> records = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      char[] record = (odd("d" + i + ".example") + "<feedback>").toCharArray();
      records.add(new RecordCut(record));
      assertEquals(RecordCut.Found.CUT_OUT, records.get(i).look(0, record.length));
    }
    KnownRecords known = new KnownRecords(4L * (512 + records.get(0).plainText().length()));
    for (RecordCut record : records) {
      known.remember(record.plainText(), evidence);
      assertTrue(known.of(record).isPresent());
      assertTrue(known.of(records.get(0)).isPresent());
    }
    assertEquals(
        List.of(true, false, false, false, false, false, false, true, true, true),
        records.stream().map(record -> known.of(record).isPresent()).toList());
  }
}
