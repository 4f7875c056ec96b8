package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code explain} prints about mails of known truth, and about what is hardly one. */
class ExplainMailTest {
  private static final Path MAILS = Path.of("src/test/resources/mails");
  private static final int MUTANTS = Integer.getInteger("mutants.mails", 400);

  /** What is to be copied stays whole: records, and what strangers wrote without a blank. */
  private static final String COPIED = "\\s+\\S+\\. (TXT|MX|CNAME) .*|\\s*(- )?\\S*\\S{60,}.*";

  @TempDir Path folder;

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(MAILS)) {
      return files.map(f -> f.getFileName().toString().replace(".eml", "")).sorted().toList();
    }
  }

  private static String mail(String name) {
    return MAILS.resolve(name + ".eml").toString();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyMailIsExplained(String name) throws Exception {
    Golden.assertMatches("explain/mail/" + name + ".txt", run(mail(name)).sane());
  }

  @ParameterizedTest
  @MethodSource("names")
  void jsonHoldsTheSame(String name) throws Exception {
    Golden.assertMatches(
        "explain/mail/" + name + ".json", run(mail(name), "--format", "json").sane());
  }

  @Test
  void theReadmeShowsWhatIsPrinted() throws Exception {
    String text = text(run(mail("list")).sane());
    String verdict = text.substring(text.indexOf("It fails"), text.indexOf("\n\nWho vouches"));
    assertTrue(Files.readString(Path.of("README.md")).contains("```\n" + verdict + "\n```\n"));
  }

  /** What each of them is, by whoever wrote it. */
  @ParameterizedTest
  @CsvSource({
    "ses-nothing-set-up, fail, ses_unaligned, easy_dkim custom_mail_from",
    "ses-easy-dkim, pass, ok_dkim_only, ''",
    "ses-mail-from, pass, ok_spf_only, ''",
    "ses-both, pass, healthy, ''",
    "ses-strict, fail, strict_mode, relax_aspf easy_dkim",
    "vendor, fail, vendor_unaligned, vendor_dkim vendor_return_path ask_owner",
    "list, fail, unknown_third_party, ask_owner repair_dkim",
    "forwarder, fail, list_or_forward_broken, publish_dkim",
    "forger, fail, spoof_suspect, enforce_policy",
    "complaint, fail, ses_unaligned, easy_dkim custom_mail_from",
  })
  void theTruthIsFound(String name, String verdict, String streamClass, String actions)
      throws Exception {
    JsonNode json = json(run(mail(name), "--format", "json").sane());
    assertEquals(verdict, json.at("/verdict").asText());
    assertEquals(streamClass, json.at("/class").asText());
    List<String> found = new ArrayList<>();
    json.at("/findings/actions").forEach(action -> found.add(action.at("/action").asText()));
    assertEquals(actions, String.join(" ", found));
  }

  @Test
  void aBounceWithoutResultsIsExplainedByWhatItsSignaturesClaim() throws Exception {
    JsonNode json = json(run(mail("bounce"), "--format", "json").sane());
    assertTrue(json.at("/findings").isNull());
    assertTrue(json.at("/class").isNull());
    JsonNode stream = json.at("/findings_if_signatures_stand/streams/0");
    assertEquals("ses_unaligned", stream.at("/class").asText());
    assertEquals("eu-west-1", json.at("/mail/ses/region").asText());
    String records = json.at("/findings_if_signatures_stand/actions").toString();
    assertTrue(records.contains("--region eu-west-1"), records);
  }

  @Test
  void theRegionInTheMailIsThatOfTheCommandsAndRecords() throws Exception {
    String text = text(run(mail("ses-strict")).sane()).replaceAll("\\s+", " ");
    assertTrue(text.contains("--email-identity example.com --region eu-west-1"), text);
  }

  @Test
  void forgedResultsAreNotBelievedWhateverHostTheyName() throws Exception {
    String forged = Files.readString(Path.of(mail("forger")));
    JsonNode named =
        json(
            run(mail("forger"), "--trusted-authserv-id", "MX.example.net", "--format", "json")
                .sane());
    assertEquals("spoof_suspect", named.at("/class").asText());
    Path stripped = folder.resolve("stripped.eml");
    Files.writeString(
        stripped, forged.substring(forged.indexOf("Received: from mailer.example.org")));
    String without = text(run(stripped.toString(), "--trusted-authserv-id", "nobody").sane());
    assertTrue(without.contains("cannot be told"), without);
    assertTrue(without.contains("No Authentication-Results of nobody stand where"), without);
  }

  @Test
  void aMailComesThroughStandardInputToo() throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(mail("ses-both")));
    assertArrayEquals(run(mail("ses-both")).sane(), run(bytes, "-").sane());
  }

  /** Whoever saved it may have changed the ends of lines. */
  @Test
  void linesMayEndInAnyWay() throws Exception {
    Path unix = folder.resolve("unix.eml");
    Files.writeString(unix, Files.readString(Path.of(mail("list"))).replace("\r\n", "\n"));
    assertArrayEquals(run(mail("list")).sane(), run(unix.toString()).sane());
  }

  @Test
  void thePolicyIsThatOfStoredReportsWhereTheyAreThere() throws Exception {
    String db = folder.resolve("reports").toString();
    String report =
        "<feedback><report_metadata><org_name>x</org_name><report_id>1</report_id><date_range>"
            + "<begin>1793500000</begin><end>1793580000</end></date_range></report_metadata>"
            + "<policy_published><domain>example.com</domain><adkim>s</adkim><aspf>s</aspf>"
            + "<p>reject</p></policy_published><record><row><source_ip>192.0.2.1</source_ip>"
            + "<count>1</count><policy_evaluated><disposition>none</disposition><dkim>fail</dkim>"
            + "<spf>fail</spf></policy_evaluated></row><identifiers><header_from>example.com"
            + "</header_from></identifiers><auth_results/></record></feedback>";
    Path file = folder.resolve("report.xml");
    Files.writeString(file, report);
    assertEquals(0, start(new byte[0], "ingest", file.toString(), "--db", db).code);
    String text = text(run(mail("ses-nothing-set-up"), "--db", db).sane());
    assertTrue(text.contains("stored report: p=reject"), text);
    assertTrue(text.contains("SPF (strict)"), text);
    assertTrue(text.contains("custom_mail_from+relax_aspf"), text);
    Run missing = run(mail("vendor"), "--db", folder.resolve("none").toString());
    assertEquals(1, missing.code);
    assertEquals(1, missing.err.lines().count(), missing.err);
  }

  @ParameterizedTest
  @MethodSource("names")
  void textStaysWithinEightyColumns(String name) throws Exception {
    text(run(mail(name)).sane())
        .lines()
        .filter(line -> !line.matches(COPIED))
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # header | what is said
          Subject: x | It has no From field, so DMARC does not apply to it
          From: a@example.com\\r\\nFrom: b@example.org | It has 2 From fields where one is right
          From: a@example.com, b@example.org | names several domains, example.com and example.org
          From: nobody | names no domain that can be read
          From: =?utf-8?q?a=40example.com?= | names no domain that can be read
          From: a@example.com | carries no results that can be believed
          From: a@example.com\\r\\nAuthentication-Results: x; none | carries no results that can be
          From: a@example.com\\r\\nAuthentication-Results: x; dmarc=pass | receiver's report contradicts itself
          From: a@example.com\\r\\nAuthentication-Results: x; dkim=odd header.d=example.com | cannot be told
          """)
  void badMailIsSaidToBeSo(String header, String said) throws Exception {
    String mail = header.replace("\\r\\n", "\r\n") + "\r\n\r\nbody\r\n";
    String text = text(run(mail.getBytes(StandardCharsets.UTF_8), "-").sane());
    assertTrue(text.replaceAll("\\s+", " ").contains(said), text);
    assertFalse(text.contains("1970"), text);
    json(run(mail.getBytes(StandardCharsets.UTF_8), "-", "--format", "json").sane());
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-file.eml, 2, 'and no file with a mail'",
    "./nothing, 2, 'and no file with a mail'",
    ".., 2, 'and no file with a mail'",
    "pom.xml, 1, 'pom.xml: is no mail: '",
  })
  void whatIsNoMailIsSaidInOneLine(String file, int code, String said) {
    Run run = run(file);
    assertEquals(code, run.code);
    assertTrue(run.err.lines().findFirst().get().contains(said), run.err);
    assertEquals(0, run.out.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--domain", "--since", "--until", "--last"})
  void whatSelectsReportsDoesNotGoWithAMail(String option) {
    String value = option.equals("--domain") ? "example.com" : "2026-01-01";
    Run run = run(mail("list"), option, option.equals("--last") ? "3d" : value);
    assertEquals(2, run.code);
    assertTrue(run.err.startsWith(option + " selects reports, and '"), run.err);
  }

  @Test
  void aTrustedHostGoesWithAMailOnly() {
    Run run = run("192.0.2.1", "--trusted-authserv-id", "x");
    assertEquals(2, run.code);
    assertTrue(run.err.startsWith("--trusted-authserv-id goes with a mail"), run.err);
  }

  @Test
  void textOfStrangersIsInert() throws Exception {
    String evil = "\u001b]0;x\u0007\u009b2J\u202edrow\u0000";
    String mail =
        String.join(
            "\r\n",
            "Return-Path: <" + evil + "@" + evil + ">",
            "Authentication-Results: "
                + evil
                + "; spf=pass ("
                + evil
                + ") smtp.mailfrom="
                + evil
                + "; dkim=fail reason=\"body hash "
                + evil
                + "\" header.d=example.com header.s="
                + evil
                + "; dmarc=fail ("
                + evil
                + ") header.from=example.com",
            "Authentication-Results: other" + evil + "; x" + evil + "=y",
            "Received: from " + evil + " by x.example with " + evil + "; 1 Jan 2026 12:00:00 +0000",
            "ARC-Authentication-Results: i=1; " + evil + "; spf=pass smtp.mailfrom=example.com",
            "DKIM-Signature: v=1; d=example.com; s=" + evil + "; c=" + evil + "; a=" + evil,
            "From: \"" + evil + "\" <a" + evil + "@example.com>",
            "List-Id: " + evil,
            "List-Post: x",
            "Content-Type: multipart/report; report-type=" + evil,
            "",
            "x");
    for (String format : List.of("text", "json")) {
      byte[] out = run(mail.getBytes(StandardCharsets.UTF_8), "-", "--format", format).sane();
      assertTrue(text(out).chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), format);
    }
  }

  @Test
  void longListsEndWithTheirNumber() throws Exception {
    String mail =
        "Authentication-Results: mx.example.net; "
            + "dkim=pass header.d=a.example; ".repeat(150)
            + "\r\n"
            + "Received: from a by b.example; 1 Jan 2026 12:00:00 +0000\r\n".repeat(600)
            + "DKIM-Signature: v=1; d=a.example; s=s\r\n".repeat(600)
            + "ARC-Authentication-Results: i=1; x; spf=pass\r\n".repeat(600)
            + "From: "
            + "a@example.com,".repeat(2000)
            + "\r\n\r\nx";
    byte[] out = run(mail.getBytes(StandardCharsets.UTF_8), "-").sane();
    String text = text(out);
    assertTrue(text.lines().count() < 400, text);
    assertTrue(text.contains("and 488 more; --format json lists them all"), text);
    assertTrue(text.contains("300 fields were not read: of each name the first 500 are."), text);
  }

  @Test
  void resultsThatAreLeftOutAreCounted() throws Exception {
    String mail =
        "Authentication-Results: x"
            + "; dkim=pass header.d=a.example".repeat(207)
            + "\r\nFrom: a@example.com\r\n\r\nx";
    String text = text(run(mail.getBytes(StandardCharsets.UTF_8), "-").sane());
    assertTrue(
        text.replaceAll("\\s+", " ")
            .contains("7 results were not read: of each field of results the first 200 are."),
        text);
  }

  /** Damaged in any way, a mail is explained or refused in one line. */
  @Test
  void mutantsNeverThrow() throws Exception {
    Random random = new Random(20261102);
    List<byte[]> seeds = new ArrayList<>();
    for (String name : names()) {
      seeds.add(Files.readAllBytes(Path.of(mail(name))));
    }
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(seeds.get(i % seeds.size()), seeds, random);
      String format = i % 2 == 0 ? "text" : "json";
      Run run = run(mutant, "-", "--format", format);
      boolean refused = run.code == 1 && run.err.lines().count() == 1;
      assertTrue(run.code == 0 && run.err.isEmpty() || refused, i + ": " + run.err);
      assertFalse(run.err.contains("\tat "), i + ": " + run.err);
      assertTrue(
          text(run.out).codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)),
          "mutant " + i);
    }
  }

  private static byte[] mutant(byte[] seed, List<byte[]> others, Random random) {
    String text = new String(seed, StandardCharsets.ISO_8859_1);
    String other =
        new String(others.get(random.nextInt(others.size())), StandardCharsets.ISO_8859_1);
    for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(80));
      String insert =
          switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> String.valueOf((char) random.nextInt(256));
            case 2 -> "()\";=:<>@\\\r\n\t \0".charAt(random.nextInt(15)) + "";
            case 3 -> text.substring(from, to).repeat(1 + random.nextInt(30));
            case 4 -> other.substring(random.nextInt(other.length()));
            default -> "(".repeat(random.nextInt(2000));
          };
      text = text.substring(0, from) + insert + text.substring(random.nextBoolean() ? to : from);
      text = text.isEmpty() ? "x" : text;
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    return new ObjectMapper().readTree(bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Run run(String... arguments) {
    return run(new byte[0], arguments);
  }

  private Run run(byte[] in, String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    return start(in, all.toArray(String[]::new));
  }

  private Run start(byte[] in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            arguments,
            new ByteArrayInputStream(in),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of("HOME", folder.toString()));
    return new Run(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  private record Run(int code, byte[] out, String err) {
    byte[] sane() {
      assertEquals(0, code, err);
      assertEquals("", err);
      return out;
    }
  }
}
