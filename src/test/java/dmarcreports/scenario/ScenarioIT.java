package dmarcreports.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.FastStart;
import dmarcreports.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One inbox with the reports on all worlds, read and analyzed by the real jar. */
class ScenarioIT {
  private static final Path JAR = Path.of("target/dmarc-reports.jar").toAbsolutePath();
  private static final int AT_LEAST = 60;
  private static final int FEW = 10;
  private static final int SCREEN = 30;

  /** An action that takes more than three. */
  private static final Pattern FOUR_LINES =
      Pattern.compile("(?m)^\\d[-, .\\d]*\\. .*\\n(   .*\\n){3}");

  private static final Pattern ONE_OF_MANY =
      Pattern.compile("\\b1\\s(?!(passes|fails|is|has|address|loses|perhaps)\\b)[a-z]+s\\b");

  @TempDir static Path folder;

  private static Answer csv;
  private static Answer json;
  private static JsonNode tree;

  static List<World> worlds() {
    return Stream.of(
            SesWorlds.all(),
            SesTroubleWorlds.all(),
            VendorWorlds.all(),
            OwnServerWorlds.all(),
            ForwarderWorlds.all(),
            LiarWorlds.all(),
            TimeWorlds.all(),
            LabelWorlds.all(),
            JudgementWorlds.all(),
            BoundsWorlds.all())
        .flatMap(List::stream)
        .toList();
  }

  @BeforeAll
  static void ingestAndAnalyze() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Inbox reports = new Inbox(inbox);
    List<String> labels = new ArrayList<>(List.of("match,name,ownership"));
    for (World world : worlds()) {
      reports.write(world);
      world.rows("label").forEach(row -> labels.add(String.join(",", row)));
    }
    Path senders = Files.write(folder.resolve("senders.csv"), labels);
    String db = folder.resolve("reports").toString();
    String ledger = run("ingest", inbox.toString(), "--db", db);
    assertTrue(
        ledger.contains(
            " %d stored, %d duplicates, 0 conflicts, 0 discarded "
                .formatted(reports.reports(), reports.duplicates())),
        ledger);
    Path out = folder.resolve("findings");
    String[] analyze = {"analyze", "--db", db, "--senders", senders.toString(), "--format"};
    run(with(analyze, "csv", "--out", out.toString()));
    csv = Answer.ofCsv(out);
    String object = run(with(analyze, "json"));
    json = Answer.ofJson(object);
    tree = new ObjectMapper().readTree(object);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("worlds")
  void worldIsAnsweredTruly(World world) {
    List<String> differences = Comparison.of(world, csv);
    assertTrue(
        differences.isEmpty(),
        () -> "\n" + world.name() + ": " + String.join("\n" + world.name() + ": ", differences));
  }

  @Test
  void thereAreManyWorldsAndEachHasAName() {
    List<World> worlds = worlds();
    assertTrue(worlds.size() >= AT_LEAST, worlds.size() + " worlds");
    assertEquals(worlds.size(), worlds.stream().map(World::name).distinct().count());
    assertEquals(worlds.size(), csv.tables().get("domains").size());
  }

  @Test
  void jsonSaysWhatCsvSays() {
    assertEquals(
        List.of("actions", "daily", "domains", "reporters", "sources", "streams"),
        List.copyOf(csv.tables().keySet()));
    csv.tables()
        .forEach(
            (name, lines) -> {
              List<Map<String, String>> same = json.tables().get(name);
              assertEquals(lines.size(), same.size(), name);
              for (int i = 0; i < lines.size(); i++) {
                for (var cell : lines.get(i).entrySet()) {
                  assertTrue(same.get(i).containsKey(cell.getKey()), name + " " + cell.getKey());
                }
                assertEquals(lines.get(i).get("domain"), same.get(i).get("domain"), name);
              }
            });
  }

  /** A screen for each, of eighty columns; nothing is cut inside a word, and one is not many. */
  @Test
  void aDomainFitsOnAScreen() throws Exception {
    List<String> domains = worlds().stream().map(World::domain).sorted().toList();
    int seen = 0;
    for (int from = 0; from < domains.size(); from += FEW) {
      List<String> some = domains.subList(from, Math.min(domains.size(), from + FEW));
      List<String> command = new ArrayList<>(List.of("analyze"));
      some.forEach(domain -> command.addAll(List.of("--domain", domain)));
      command.addAll(List.of("--senders", folder.resolve("senders.csv").toString()));
      command.addAll(List.of("--db", folder.resolve("reports").toString()));
      String text = run(command.toArray(String[]::new));
      for (String line : text.lines().toList()) {
        assertTrue(line.codePointCount(0, line.length()) <= 80, line);
      }
      assertFalse(text.contains("…"), text);
      assertFalse(FOUR_LINES.matcher(text).find(), text);
      assertFalse(ONE_OF_MANY.matcher(text).find(), text);
      for (String domain : some) {
        String title = "(?m)^" + Pattern.quote(domain) + "(  \\(.*)?$";
        assertTrue(Pattern.compile(title).matcher(text).find(), domain + " in " + text);
        seen++;
      }
      for (String screen : text.split("(?m)^(?=\\S.*\\n=+$)")) {
        assertTrue(screen.lines().count() <= SCREEN, screen);
      }
    }
    assertEquals(worlds().size(), seen);
  }

  @Test
  void aServerSaysWhatAFileSays() throws Exception {
    String server = PostgresServer.shared().newDatabase();
    String ledger = run("ingest", folder.resolve("inbox").toString(), "--db", server);
    assertTrue(ledger.contains(" 0 conflicts, 0 discarded "), ledger);
    String senders = folder.resolve("senders.csv").toString();
    for (String format : List.of("json", "text")) {
      String[] analyze = {"analyze", "--all", "--senders", senders, "--format", format, "--db"};
      assertEquals(
          run(with(analyze, folder.resolve("reports").toString())), run(with(analyze, server)));
    }
  }

  /** Ours, perhaps ours and not ours exclude each other, and are all that fails. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("worlds")
  void whoseMailItIsAddsUp(World world) {
    for (JsonNode domain : tree.get("domains")) {
      if (domain.get("domain").asText().equals(world.domain())) {
        JsonNode whole = domain.get("readiness").get(0);
        boolean apart = domain.get("readiness").size() > 1;
        JsonNode below = apart ? domain.get("readiness").get(1) : whole;
        long ours = whole.get("lost_ours").asLong() + (apart ? below.get("lost_ours").asLong() : 0);
        assertEquals(ours, domain.get("believed_ours").get("dmarc_fail").asLong());
        assertEquals(
            domain.get("dmarc_fail").asLong(), failing(whole) + (apart ? failing(below) : 0));
      }
    }
    Map<String, Long> belonging = new TreeMap<>();
    for (JsonNode stream : tree.get("streams")) {
      if (stream.get("domain").asText().equals(world.domain())) {
        long fails = stream.get("dmarc_fail").asLong();
        belonging.merge(stream.get("belonging").asText(), fails, Long::sum);
      }
    }
    long all = belonging.values().stream().mapToLong(Long::longValue).sum();
    assertEquals(csv.lines("domains", world.domain()).get(0).get("dmarc_fail"), "" + all);
  }

  private static long failing(JsonNode readiness) {
    return readiness.get("lost_ours").asLong()
        + readiness.get("lost_perhaps_ours").asLong()
        + readiness.get("stopped").asLong();
  }

  /** Whatever the worlds are: ranks count, effects fall, rates are those of the counts. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("worlds")
  void actionsAddUp(World world) {
    Map<String, String> domain = csv.lines("domains", world.domain()).get(0);
    long pass = Long.parseLong(domain.get("dmarc_pass"));
    long decided = pass + Long.parseLong(domain.get("dmarc_fail"));
    List<Map<String, String>> actions = csv.lines("actions", world.domain());
    double reachedMin = 0;
    double reachedMax = 0;
    Map<String, String> last = Map.of("repaired_min", "");
    for (int i = 0; i < actions.size(); i++) {
      Map<String, String> action = actions.get(i);
      String which = world.name() + " " + action.get("action");
      assertEquals(String.valueOf(i + 1), action.get("rank"), which);
      assertEquals(rate(pass, decided), action.get("pass_rate_now"), which);
      if (action.get("repaired_min").isEmpty()) {
        continue;
      }
      long min = Long.parseLong(action.get("repaired_min"));
      long max = Long.parseLong(action.get("repaired_max"));
      assertTrue(0 <= min && min <= max && pass + max <= decided, which);
      assertEquals(rate(pass + min, decided), action.get("pass_rate_min"), which);
      assertEquals(rate(pass + max, decided), action.get("pass_rate_max"), which);
      double cumulativeMin = Double.parseDouble(action.get("cumulative_min"));
      double cumulativeMax = Double.parseDouble(action.get("cumulative_max"));
      assertTrue(cumulativeMin >= Double.parseDouble(action.get("pass_rate_min")), which);
      assertTrue(cumulativeMax >= Double.parseDouble(action.get("pass_rate_max")), which);
      assertTrue(cumulativeMin <= cumulativeMax && cumulativeMax <= 1, which);
      assertTrue(reachedMin <= cumulativeMin && reachedMax <= cumulativeMax, which);
      reachedMin = cumulativeMin;
      reachedMax = cumulativeMax;
      if (isAsked(action)) {
        continue;
      }
      if (!last.get("repaired_min").isEmpty()) {
        long lastMin = Long.parseLong(last.get("repaired_min"));
        long lastMax = Long.parseLong(last.get("repaired_max"));
        assertTrue(lastMin > min || lastMin == min && lastMax >= max, which);
      }
      last = action;
    }
  }

  /** Whose mail it is comes before what may do nothing about it. */
  private static boolean isAsked(Map<String, String> action) {
    return List.of("ask_owner", "park_domain").contains(action.get("action"));
  }

  private static String rate(long pass, long decided) {
    return decided == 0
        ? ""
        : String.format(java.util.Locale.ROOT, "%.4f", pass / (double) decided);
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  private static String run(String... args) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-Xmx256m"));
    command.addAll(FastStart.options());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DMARC_REPORTS_DB");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Files.readString(err));
    return Files.readString(out);
  }
}
