package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** What the real jar finds in small worlds of known truth, which a real name server publishes. */
class CheckIT {
  @TempDir static Path folder;
  private static DnsServer server;
  private static final Map<String, JsonNode> CHECKED = new HashMap<>();

  @BeforeAll
  static void check() throws IOException, InterruptedException {
    List<CheckWorld> worlds = CheckWorld.all();
    List<String> records = worlds.stream().flatMap(w -> w.records().stream()).toList();
    server =
        DnsServer.start(
            Files.createDirectories(folder.resolve("dns")),
            records,
            List.of("broken.test", "lost.test"));
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    for (CheckWorld world : worlds) {
      world.write(inbox);
    }
    Jar jar = new Jar(folder);
    Jar.Run ingested = jar.run("ingest inbox --db reports -q");
    assertEquals(0, ingested.code(), ingested.err());
    String domains = worlds().map(CheckWorld::domain).collect(Collectors.joining(" "));
    Jar.Run run =
        jar.run(
            "check " + domains + " --format json --db reports --nameserver " + server.address());
    assertEquals("", run.err());
    for (JsonNode domain : new ObjectMapper().readTree(run.printed()).get("domains")) {
      CHECKED.put(domain.get("domain").asText(), domain);
    }
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
    }
  }

  static Stream<CheckWorld> worlds() {
    return CheckWorld.all().stream().filter(w -> !w.verdict().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void whatIsThereIsFoundAndNothingElse(CheckWorld world) {
    JsonNode domain = CHECKED.get(world.domain());
    List<String> found = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (JsonNode finding : domain.get("findings")) {
      for (JsonNode remark : finding.get("remarks")) {
        String code = remark.get("code").asText();
        (remark.get("severity").asText().equals("ok") ? good : found).add(code);
      }
    }
    found.sort(null);
    assertEquals(world.found(), found, domain.toPrettyString());
    assertEquals(world.verdict(), domain.get("verdict").asText(), domain.toPrettyString());
    assertTrue(good.containsAll(world.good()), good + ": " + world.good());
  }

  private static Jar.Run check(String arguments) throws IOException, InterruptedException {
    return new Jar(folder).run("check " + arguments);
  }

  private static String here() {
    return " --nameserver " + server.address();
  }

  private static String verdict(Jar.Run run) {
    return run.out().lines().findFirst().orElse("");
  }

  @Test
  void theExitCodeIsThatOfTheVerdict() throws Exception {
    String stored = " --db reports --exit-code" + here();
    assertEquals(4, check("nothing.test" + stored).code());
    assertEquals(0, check("fine.test" + stored).code());
    assertEquals(0, check("broken.test" + stored).code(), "what cannot be told is no alarm");
    assertEquals(0, check("nothing.test --db reports" + here()).code());
  }

  @Test
  void aDomainIsEnoughWhereNoDatabaseIs() throws Exception {
    Jar.Run run = check("nothing.test" + here());
    assertTrue(run.printed().contains("No report about its"), run.out());
    Jar.isOneLine(check("nothing.test --db none" + here()), 1, "none.mv.db");
    Jar.isOneLine(check(here()), 1, "dmarc-reports.mv.db");
  }

  @Test
  void withoutADomainAllThatAreStoredAreLookedUp() throws Exception {
    JsonNode all =
        new ObjectMapper().readTree(check("--format json --db reports" + here()).printed());
    List<String> names = new ArrayList<>();
    all.get("domains").forEach(domain -> names.add(domain.get("domain").asText()));
    List<String> stored =
        worlds().filter(w -> !w.messages().isEmpty()).map(CheckWorld::domain).sorted().toList();
    assertEquals(stored, names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example..com | 'example..com' is no domain",
        "nothing.test --nameserver 127.0.0.1:0 | names no port",
        "nothing.test --nameserver no.such.host.invalid | no address is found for",
        "nothing.test --selector a..b | cannot be part of a name in DNS",
        "nothing.test --timeout 0s | is no time to wait",
        "nothing.test --timeout soon | is no time"
      })
  void wrongUsageIsSaid(String arguments, String said) throws Exception {
    Jar.Run run = check(arguments);
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(said), run.err());
  }

  /** Nothing is concluded, and nothing advised, from a server that says nothing. */
  @Test
  void silenceIsAFailureAndNoVerdict() throws Exception {
    try (LyingDns silent = new LyingDns((query, empty, tcp) -> null)) {
      Jar.Run run = check("fine.test --selector s1 --timeout 1s --nameserver " + silent.address());
      Jar.isOneLine(run, 1, "no name server answered", "--nameserver");
      assertEquals("fine.test: cannot be told", verdict(run));
      assertFalse(run.out().contains("publish"), run.out());
      assertFalse(run.out().contains("to do"), run.out());
    }
  }

  @Test
  void whatIsSaidOverTcpAloneIsHeard() throws Exception {
    try (LyingDns cut =
        new LyingDns(
            (query, empty, tcp) -> {
              empty.getHeader().setFlag(tcp ? Flags.RA : Flags.TC);
              empty.getHeader().setRcode(tcp ? Rcode.NXDOMAIN : Rcode.NOERROR);
              return empty.toWire();
            })) {
      Jar.Run run = check("nothing.test --nameserver " + cut.address());
      assertEquals("nothing.test: something needs attention", verdict(run));
    }
  }

  @Test
  void aNameServerIsAskedOverIpv6() throws Exception {
    String format = "fine.test --format json --nameserver ";
    assertEquals(
        check(format + server.address()).printed(), check(format + server.addressV6()).printed());
    Jar.Run lost = check("x.broken.test --nameserver " + server.addressV6());
    assertTrue(lost.out().contains("SERVFAIL, from [::1]:"), lost.out());
  }

  @Test
  void recordsOfAnotherNameAreNone() throws Exception {
    Name other = Name.fromConstantString("other.test.");
    try (LyingDns liar =
        new LyingDns(
            (query, empty, tcp) -> {
              empty.addRecord(new TXTRecord(other, DClass.IN, 60, "v=spf1 +all"), Section.ANSWER);
              return empty.toWire();
            })) {
      Jar.Run run = check("fine.test --nameserver " + liar.address());
      assertEquals("fine.test: cannot be told", verdict(run));
      assertTrue(run.out().contains("nothing that tells: MALFORMED"), run.out());
    }
  }

  /** Whatever stands in records and names, no control character comes out. */
  @Test
  void recordsAreInert() throws Exception {
    String hostile = "\\027[2J\\007\\013\\010\\155\\226=v=DMARC1; p=\\027]0;";
    String label = "\\027\\0912j\\010";
    try (LyingDns liar =
        new LyingDns(
            (query, empty, tcp) -> {
              Name name = query.getQuestion().getName();
              Name next = Name.fromString(label + ".example.");
              empty.addRecord(new CNAMERecord(name, DClass.IN, 60, next), Section.ANSWER);
              empty.addRecord(new TXTRecord(next, DClass.IN, 60, hostile), Section.ANSWER);
              return empty.toWire();
            })) {
      for (String format : List.of("text", "json")) {
        Jar.Run run =
            check("fine.test --selector s1 --format " + format + " --nameserver " + liar.address());
        assertTrue(run.printed().contains("027"), run.out());
        assertTrue(run.out().chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), run.out());
      }
    }
  }

  @Test
  void aFloodOfSelectorsIsCapped() throws Exception {
    StringBuilder signatures = new StringBuilder("2026-11-20 1 192.0.2.1");
    for (int i = 0; i < 1_000; i++) {
      signatures.append(" dkim=@/s").append(i).append(":fail");
    }
    String good = "2026-11-20 1 192.0.2.1 dkim=@/zzz:pass";
    List<String> messages = List.of(signatures.toString(), good);
    Path inbox = Files.createDirectories(folder.resolve("flood"));
    new CheckWorld(
            "flood.test",
            List.of(),
            messages.stream().map(line -> line.replace("@", "flood.test")).toList(),
            "p=none",
            "",
            List.of(),
            List.of())
        .write(inbox);
    assertEquals(0, new Jar(folder).run("ingest flood --db flooded -q").code());
    String out = check("--format json --db flooded" + here()).printed();
    JsonNode domain = new ObjectMapper().readTree(out).get("domains").get(0);
    List<String> keys = new ArrayList<>();
    for (JsonNode finding : domain.get("findings")) {
      if (finding.get("topic").asText().equals("dkim")) {
        keys.add(finding.get("name").asText());
      }
    }
    assertEquals(100, keys.size());
    assertTrue(keys.contains("zzz._domainkey.flood.test"), "what passes goes first");
    assertTrue(out.contains("reports.more_keys"), out);
  }
}
