package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Nothing is lost on the way from a report's own XML into the database and out again. */
class ExportTest {
  @TempDir Path folder;

  private String err = "";

  private int run(ByteArrayOutputStream out, String... args) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            args,
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            Map.of("HOME", folder.toString()));
    err = errors.toString(StandardCharsets.UTF_8);
    return code;
  }

  private String db() {
    return folder.resolve("reports").toString();
  }

  private List<JsonNode> exported(Path file) throws Exception {
    assertEquals(0, run(new ByteArrayOutputStream(), "ingest", file.toString(), "--db", db()), err);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, run(out, "export", "--format", "jsonl", "--db", db()), err);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  /** Every text of the record's XML by its path, without what is empty. */
  private static Map<String, List<String>> texts(Element element) {
    Map<String, List<String>> texts = new TreeMap<>();
    collect(element, "", texts);
    return texts;
  }

  private static void collect(Element element, String path, Map<String, List<String>> texts) {
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        leaf = false;
        collect(inner, path + "/" + inner.getLocalName(), texts);
      }
    }
    String text = element.getTextContent().strip();
    if (leaf && !text.isEmpty()) {
      texts.computeIfAbsent(path, one -> new ArrayList<>()).add(text);
    }
  }

  private static Map<String, List<String>> texts(JsonNode line) {
    Map<String, List<String>> texts = new TreeMap<>();
    put(texts, "/row/source_ip", line.get("source_ip"));
    put(texts, "/row/count", line.get("messages"));
    put(texts, "/row/policy_evaluated/disposition", line.get("disposition"));
    put(texts, "/row/policy_evaluated/dkim", line.get("evaluated_dkim"));
    put(texts, "/row/policy_evaluated/spf", line.get("evaluated_spf"));
    put(texts, "/identifiers/header_from", line.get("header_from"));
    put(texts, "/identifiers/envelope_from", line.get("envelope_from"));
    put(texts, "/identifiers/envelope_to", line.get("envelope_to"));
    for (String list : List.of("dkim", "spf", "reasons")) {
      String path =
          list.equals("reasons") ? "/row/policy_evaluated/reason/" : "/auth_results/" + list + "/";
      for (JsonNode one : line.get(list)) {
        one.properties().forEach(field -> put(texts, path + field.getKey(), field.getValue()));
      }
    }
    return texts;
  }

  private static void put(Map<String, List<String>> texts, String path, JsonNode value) {
    if (!value.isNull()) {
      texts.computeIfAbsent(path, one -> new ArrayList<>()).add(value.asText());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google-forwarder.xml",
        "yahoo-forgers.xml",
        "fastmail-forwarder.xml",
        "gmx-ses-unaligned.xml",
        "mailru-forgotten-server.xml",
        "isp-strict-mode.xml",
        "fastmail-mailing-list.xml",
        "gmx-ses-dkim-broken.xml",
        "university-dns-hiccup.xml",
        "isp-contradiction.xml"
      })
  void everyFieldOfEveryRecordIsFoundAgain(String name) throws Exception {
    Path file = Path.of("sample-reports", name);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    NodeList records = root.getElementsByTagNameNS("*", "record");
    List<JsonNode> lines = exported(file);
    assertEquals(records.getLength(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Map<String, List<String>> expected = texts((Element) records.item(i));
      expected.replaceAll(
          (path, values) ->
              path.endsWith("domain") || path.contains("/identifiers/")
                  ? values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList()
                  : values);
      assertEquals(expected, texts(lines.get(i)), name + " record " + (i + 1));
    }
    assertHead(root, lines.get(0));
  }

  private static void assertHead(Element root, JsonNode line) {
    Map<String, List<String>> head = texts(root);
    assertEquals(head.get("/report_metadata/org_name").get(0), line.get("reporter").asText());
    assertEquals(head.get("/report_metadata/email").get(0), line.get("reporter_email").asText());
    assertEquals(head.get("/report_metadata/report_id").get(0), line.get("report_id").asText());
    for (String side : List.of("begin", "end")) {
      long seconds = Instant.parse(line.get(side).asText()).getEpochSecond();
      assertEquals(head.get("/report_metadata/date_range/" + side).get(0), String.valueOf(seconds));
    }
    for (String tag : List.of("p", "sp", "np", "adkim", "aspf", "pct", "fo", "testing")) {
      List<String> published = head.get("/policy_published/" + tag);
      assertEquals(
          published == null ? "null" : published.get(0), line.get(tag).asText(), "policy " + tag);
    }
  }

  private Path report(String count, String org) throws Exception {
    Path file = folder.resolve("report.xml");
    Files.writeString(
        file,
        "<feedback><report_metadata><org_name>"
            + org
            + "</org_name><report_id>1</report_id><date_range><begin>1767225600</begin>"
            + "<end>1767311999</end></date_range></report_metadata><policy_published>"
            + "<domain>example.com</domain><p>none</p></policy_published>"
            + ("<record><row><source_ip>192.0.2.1</source_ip><count>"
                    + count
                    + "</count><policy_evaluated><dkim>fail</dkim><spf>fail</spf>"
                    + "</policy_evaluated></row><identifiers><header_from>example.com"
                    + "</header_from></identifiers></record>")
                .repeat(2)
            + "</feedback>");
    return file;
  }

  @Test
  void sumsBeyondALongStayAtItsEnd() throws Exception {
    exported(report("9223372036854775807", "mx.example.net"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, run(out, "analyze", "--db", db()), err);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("9223372036854775807 fail"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\uFF1D1", " =1"})
  void noCellIsAFormula(String org) throws Exception {
    exported(report("1", org));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, run(out, "export", "--db", db()), err);
    String line = out.toString(StandardCharsets.UTF_8).split("\r\n")[1];
    assertTrue(line.startsWith("example.com,'") || line.startsWith("example.com,\"'"), line);
  }

  @Test
  void escapesReachNoTerminal() throws Exception {
    exported(report("1", "evil\u009b2J\u202e"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, run(out, "analyze", "--format", "csv", "--out", folder + "/csv", "--db", db()));
    String csv = Files.readString(folder.resolve("csv/reporters.csv"));
    assertTrue(csv.contains("evil\\u{9b}2J\\u{202e}"), csv);
    assertFalse(csv.contains("\u009b"));
  }

  @Test
  void whatCannotBeDoneIsOneLine() {
    assertEquals(1, run(new ByteArrayOutputStream(), "analyze", "--db", db()));
    assertEquals(db() + ".mv.db: no such database; run ingest first\n", err);
    assertEquals(2, run(new ByteArrayOutputStream(), "analyze", "--since", "yesterday"));
    assertTrue(err.contains("'yesterday' is no date; write 2026-11-24"), err);
    assertEquals(2, run(new ByteArrayOutputStream(), "analyze", "--domain", "no domain"));
    assertEquals(2, run(new ByteArrayOutputStream(), "analyze", "--last", "soon"));
  }

  @Test
  void anEmptyDirectoryIsNoFailure() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(0, run(out, "ingest", empty.toString(), "--db", db()));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("0 inputs: "));
    out.reset();
    assertEquals(0, run(out, "analyze", "--db", db()));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("No messages are stored"));
  }
}
