package dmarcreports.analysis.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.English;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.remedy.Remedies;
import dmarcreports.analysis.remedy.Situation;
import dmarcreports.analysis.remedy.VendorRemediesTest;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.sender.SenderProfile.Setup;
import dmarcreports.analysis.sender.SenderTable.Row;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.report.DomainName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of services, block by block, and how strictly it is read. */
class SenderTableTest {
  private static final List<String> BLOCK =
      List.of(
          "name: Tool",
          "kind: sender",
          "spf: tool.example.net bounce.tool.example.org",
          "dkim: tool.example.net",
          "signing: Domains",
          "key: k1._domainkey.{domain}. CNAME {FROM-THE-CONSOLE}.",
          "spf-reach: exact",
          "return-path: Paths",
          "include: spf.tool.example.net",
          "says: signing-step.1 signing-step.2(domain) finish note",
          "source: https://www.example.org/",
          "read: 2026-11-25",
          "verified: yes");

  static List<Row> rows() {
    return SenderTable.standard();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachBlockIsSound(Row row) {
    SenderProfile profile = row.profile();
    LocalDate read = LocalDate.parse(row.read());
    assertFalse(read.isBefore(LocalDate.of(2026, 1, 1)), row.read());
    assertFalse(row.sources().isEmpty());
    assertTrue(profile.isSender() || profile.signing().equals(Setup.NONE), profile.name());
    texts(profile).forEach(SenderTableTest::isSound);
    Stream.concat(profile.signing().records().stream(), profile.returnPath().records().stream())
        .forEach(SenderTableTest::isRecord);
    boolean never = profile.dkimReach() == Reach.NEVER;
    assertEquals(never, never && profile.signing().equals(Setup.NONE) && !profile.note().isEmpty());
    assertTrue(
        profile.returnPath().include().isEmpty() || profile.spfReach() == Reach.EXACT,
        "the customer's SPF record is asked only where the return path is there");
    assertTrue(
        profile.tenants() == TenantNaming.NONE || profile.suffixes().findAny().isPresent(),
        profile.name());
  }

  /** Whoever cannot be set up in its own words is at least known not to be verified. */
  @ParameterizedTest
  @MethodSource("rows")
  void onlyWhatIsVerifiedIsSaidWithoutReserve(Row row) {
    SenderProfile profile = row.profile();
    boolean without = profile.isSender() && profile.signing().equals(Setup.NONE);
    assertFalse(
        without && profile.verified() && profile.dkimReach() != Reach.NEVER, profile.name());
    if (profile.isSender()) {
      Situation situation = VendorRemediesTest.situation(profile.name(), "r/r", "example.com");
      boolean reserve =
          SpokenRemedy.of(Remedies.of(List.of(Recommendation.VENDOR_DKIM), situation))
              .assumes()
              .contains("could not all be");
      assertEquals(!profile.verified(), reserve, profile.name());
    }
  }

  @Test
  void amazonSesStandsFirst() {
    assertEquals("Amazon SES", rows().get(0).profile().name());
    assertTrue(rows().size() > 85);
  }

  /** Its signature stands on calendar mail of Google Workspace as well, where it can be mended. */
  @Test
  void googleWorkspaceGoesBeforeGoogleCalendar() {
    List<String> names = rows().stream().map(r -> r.profile().name()).toList();
    assertTrue(names.indexOf("Google Workspace") < names.indexOf("Google Calendar"));
    Diagnosis diagnosis =
        Mail.from("example.com")
            .spf("calendar-server.bounces.google.com pass")
            .dkim("google.com pass,example-com.20230601.gappssmtp.com pass")
            .diagnosis();
    assertEquals("Google Workspace", diagnosis.sender());
  }

  @Test
  void readsWhatIsWritten() {
    Row row = SenderTable.read(BLOCK).get(0);
    SenderProfile tool = row.profile();
    assertEquals("Tool", tool.name());
    assertEquals(2, tool.spfSuffixes().size());
    assertEquals(
        List.of("sender.tool.signing-step.1", "sender.tool.signing-step.2"),
        tool.signing().steps().stream().map(Phrase::key).toList());
    assertEquals(List.of("domain"), tool.signing().steps().get(1).arguments());
    assertEquals(List.of(), tool.returnPath().steps());
    assertEquals("sender.tool.finish", tool.signing().finish().get().key());
    assertEquals("sender.tool.note", tool.note().get().key());
    assertEquals(Reach.EXACT, tool.spfReach());
    assertEquals(Reach.EXACT, tool.dkimReach());
    assertEquals("spf.tool.example.net", tool.returnPath().include());
    assertEquals(List.of("https://www.example.org/"), row.sources());
    assertTrue(tool.verified());
    assertEquals(List.of(), SenderTable.read(List.of("# nothing", "", "")));
  }

  @Test
  void onlyASenderSaysWhichOfItsHostsPassMailOn() {
    List<String> lines = new ArrayList<>(BLOCK);
    lines.add(2, "relays: relay.example.net");
    SenderProfile tool = SenderTable.read(lines).get(0).profile();
    assertEquals(List.of(new DomainName("relay.example.net")), tool.relayNames());
    assertTrue(tool.hostNames().containsAll(tool.relayNames()));
    lines.set(1, "kind: forwarder");
    assertThrows(IllegalStateException.class, () -> SenderTable.read(lines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the line that stands in place of another | what is said of it
          name: Tool              | colour: blue                 | line 1: unknown key 'colour'
          kind: sender            | kind: shop                   | line 13: unknown kind 'shop'
          kind: sender            | name: Tool                   | line 2: name is said twice
          dkim: tool.example.net  | dkim: tool..net              | line 13: no domain name
          dkim: tool.example.net  | tenant: maybe                | line 13: unknown tenant 'maybe'
          spf-reach: exact        | spf-reach: far               | line 13: unknown spf-reach 'far'
          return-path: Paths      | return-path                  | line 8: return-path has no value
          says: signing-step.1 signing-step.2(domain) finish note | says: hint | line 13: unknown sentence 'hint'
          says: signing-step.1 signing-step.2(domain) finish note | says: signing-step.2 | line 13: signing-step.1 is missing
          source: https://www.example.org/ | # none              | line 13: the block that ends here has no source
          read: 2026-11-25        | # none                       | line 13: the block that ends here has no read
          verified: yes           | verified: perhaps            | line 13: verified is yes or no
          """)
  void refusesWhatIsNotAsItMustBe(String line, String instead, String fault) {
    List<String> lines = BLOCK.stream().map(l -> l.equals(line) ? instead : l).toList();
    assertFalse(lines.equals(BLOCK));
    Exception refused = assertThrows(IllegalStateException.class, () -> SenderTable.read(lines));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.startsWith("senders.txt, " + fault), said);
  }

  @ParameterizedTest
  @CsvSource({
    "Other, tool.example.net, 'Other and Tool claim tool.example.net'",
    "Other, x.tool.example.net, 'Other and Tool claim x.tool.example.net'",
    "Other, example.org, 'Tool and Other claim bounce.tool.example.org'",
    "tool, other.example.com, 'two services are called tool'"
  })
  void refusesWhatTwoClaim(String name, String domain, String fault) {
    List<String> lines = new ArrayList<>(BLOCK);
    lines.addAll(List.of("", "name: " + name, "kind: list", "dkim: " + domain));
    lines.addAll(List.of("source: a page", "read: 2026-11-25", "verified: no"));
    String said =
        assertThrows(IllegalStateException.class, () -> SenderTable.read(lines)).getMessage();
    assertEquals("senders.txt, line 20: " + fault, said);
  }

  private static Stream<String> texts(SenderProfile profile) {
    return profile
        .phrases()
        .map(p -> English.of(p.arguments().isEmpty() ? p.of() : p.of("example.com")));
  }

  private static void isSound(String sentence) {
    assertTrue(sentence.endsWith(".") && !sentence.contains("|"), sentence);
  }

  /** In master-file form, a name of the customer's on the left. */
  private static void isRecord(SetupRecord setup) {
    String record = setup.text();
    String name = "([A-Za-z0-9_-]*([{][A-Z0-9-]+[}])?[A-Za-z0-9_-]*[.])*";
    String target = "([A-Za-z0-9_-]+[.]|[{][A-Za-z0-9-]+[}][.])+";
    assertTrue(
        record.matches(
            name
                + "[{]domain[}][.] ((CNAME|NS) "
                + target
                + "|MX 10 "
                + target
                + "|TXT \"[^\"]+\")"),
        record);
  }
}
