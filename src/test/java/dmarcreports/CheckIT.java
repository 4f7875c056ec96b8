package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
            Files.createDirectories(folder.resolve("dns")), records, List.of("broken.test"));
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

  static java.util.stream.Stream<CheckWorld> worlds() {
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
}
