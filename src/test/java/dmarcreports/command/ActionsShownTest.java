package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The actions of the sample reports: one by one, and counted alike wherever they are counted. */
class ActionsShownTest {
  private static final Set<String> NOTHING_TO_DO = Set.of("enforce_policy", "wait", "none");
  private static final Pattern OF_DOMAIN =
      Pattern.compile("(?m)^(\\S+)  \\(.*\\)\n=+\n(?:.+\n)+\n(?:To do: (\\d+) action|Nothing)");

  @TempDir static Path folder;
  private static Program program;
  private static JsonNode json;

  @BeforeAll
  static void ingest() throws Exception {
    program = new Program(folder, "reports");
    program.run("ingest", "sample-reports");
    json = new ObjectMapper().readTree(program.printed("analyze", "--format", "json"));
  }

  private static List<JsonNode> toDo() {
    List<JsonNode> toDo = new ArrayList<>();
    for (JsonNode action : json.get("actions")) {
      String state = action.get("state").textValue();
      if ((state.equals("open") || state.equals("back"))
          && !NOTHING_TO_DO.contains(action.get("action").textValue())
          && action.get("instead_of").isEmpty()) {
        toDo.add(action);
      }
    }
    return toDo;
  }

  private static void assertCounted(String text, Pattern counted, long expected) {
    Matcher found = counted.matcher(text);
    assertTrue(found.find(), text);
    assertEquals(expected, Long.parseLong(found.group(1)), text);
  }

  @Test
  void everyNumberOfActionsCountsTheSame() throws Exception {
    int all = toDo().size();
    String brief = program.printed("analyze");
    assertCounted(brief, Pattern.compile("(\\d+)\\s+actions\\s+to\\s+do\\."), all);
    Matcher domain = OF_DOMAIN.matcher(brief);
    int domains = 0;
    while (domain.find()) {
      String name = domain.group(1);
      long expected = toDo().stream().filter(a -> a.get("domain").textValue().equals(name)).count();
      assertEquals(expected, Long.parseLong(domain.group(2)), name);
      domains++;
    }
    assertEquals(3, domains, brief);
    assertCounted(program.printed("analyze", "--details"), Pattern.compile("(\\d+) actions"), all);
    Program nightly = new Program(folder, "nightly");
    nightly.run("nightly", "sample-reports", "--out", folder.resolve("out").toString(), "-q");
    String digest = nightly.out.replaceAll("\\s+", " ");
    assertCounted(digest, Pattern.compile("first digest; (\\d+) actions open"), all);
    assertCounted(
        digest,
        Pattern.compile("example.com: [^;]* fail; (\\d+) actions open"),
        toDo().stream().filter(a -> a.get("domain").textValue().equals("example.com")).count());
    assertEquals(
        program.printed("analyze"),
        Files.readString(folder.resolve("out").resolve("findings.txt")));
  }

  /** The table, too: what is open or back, is to be done, and stands for nothing else. */
  @Test
  void theTableCountsAndNamesTheSame() throws Exception {
    Path out = folder.resolve("tables");
    program.printed("analyze", "--format", "csv", "--out", out.toString());
    List<String> lines = Files.readAllLines(out.resolve("actions.csv"));
    String instead = "";
    int toDo = 0;
    for (int i = 1; i < lines.size(); i++) {
      JsonNode action = json.get("actions").get(i - 1);
      String[] cells = lines.get(i).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      String[] ranks = cells[19].isEmpty() ? new String[0] : cells[19].split(" ");
      assertEquals(action.get("domain").textValue(), cells[0]);
      assertEquals(action.get("rank").asText(), cells[1]);
      assertEquals(action.get("instead_of").size(), ranks.length, lines.get(i));
      for (int j = 0; j < ranks.length; j++) {
        assertEquals(action.get("instead_of").get(j).asText(), ranks[j]);
      }
      boolean standing = List.of("open", "back").contains(cells[17]);
      if (standing && ranks.length == 0 && !NOTHING_TO_DO.contains(cells[2])) {
        toDo++;
      }
      instead += ranks.length > 0 ? cells[0] + " " + cells[1] + ";" : "";
    }
    assertEquals(lines.size() - 1, json.get("actions").size());
    assertEquals(toDo().size(), toDo);
    assertTrue(instead.contains("example.com 2;"), instead);
    String text = program.printed("analyze", "--domain", "example.com");
    assertTrue(text.replaceAll("\\s+", " ").contains("Or instead 2 "), text);
  }

  @Test
  void whatMayStandForAnotherNamesItsRank() {
    for (JsonNode action : json.get("actions")) {
      for (JsonNode rank : action.get("instead_of")) {
        assertTrue(rank.intValue() < action.get("rank").intValue(), action.toString());
      }
    }
    String digest = digest();
    assertTrue(
        digest.contains(
            "turn on Easy DKIM (example.com), repairs 616 messages; or instead: set a custom MAIL"
                + " FROM domain"),
        digest);
  }

  private static String digest() {
    Program nightly = new Program(folder, "digest");
    nightly.run("nightly", "sample-reports", "--out", folder.resolve("other").toString(), "-q");
    return nightly.out.replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource({"1", "easy_dkim", "EASY_DKIM"})
  void anActionIsShownWholeByItsRankOrCode(String rankOrCode) {
    String text = program.printed("analyze", "--domain", "example.com", "--action", rankOrCode);
    assertTrue(text.startsWith("example.com\n===========\n\n1. Turn on Easy DKIM"), text);
    for (String part : List.of("Why: ", "Needs: ", "Publish in DNS", "Assumed: ", "AWS::SES::")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertFalse(text.contains("custom_mail_from"), text);
  }

  @Test
  void anActionIsShownOfEachDomainThatHasIt() {
    String text = program.printed("analyze", "--action", "ask_owner");
    assertTrue(text.contains("9. Find out whose mail this is: Twilio SendGrid"), text);
    assertTrue(text.contains("7. Find out whose mail this is: 203.0.113.0/24"), text);
    assertTrue(text.contains("2. Find out whose mail this is: vendor.example"), text);
    assertFalse(text.contains("example.org\n="), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--action 99 --domain example.org | '99' is no action of example.org; there are 1 relax_",
        "--action 0 --domain example.org  | '0' is no action of example.org; there are 1 relax_",
        "--action dkim                    | 'dkim' is no action of any domain; there are ask_own",
        "--action 1 --domain no.example   | '1' is no action of any domain; there are none",
        "--action 1 --format csv          | goes with --format text only"
      })
  void whatIsNotThereIsNamedInALine(String options, String message) {
    List<String> command = new ArrayList<>(List.of("analyze"));
    command.addAll(List.of(options.split(" ")));
    assertEquals(2, program.run(command.toArray(String[]::new)));
    assertEquals("", program.out);
    assertTrue(program.err.lines().findFirst().orElse("").contains(message), program.err);
    assertEquals(2, program.err.lines().count(), program.err);
  }

  @Test
  void anActionGoesIntoAFile() throws Exception {
    Path file = folder.resolve("action-of-example.txt");
    program.printed("analyze", "--action", "relax_aspf", "--out", file.toString());
    assertEquals(program.printed("analyze", "--action", "relax_aspf"), Files.readString(file));
  }

  @Test
  void jsonSaysFirstWhatItIsAbout() throws Exception {
    String text =
        program.printed(
            "analyze", "--format", "json", "--domain", "example.net", "--last", "3d", "--all");
    assertEquals(
        "{\"schema_version\":1,\"period\":{\"since\":\"2026-11-09\",\"until\":\"2026-11-10\"},"
            + "\"filters\":{\"domain\":[\"example.net\"],\"since\":null,\"until\":null,"
            + "\"last\":\"3d\",\"all\":true},\"newest_day\":\"2026-11-11\","
            + "\"dns_as_of\":null,\"domains\":[",
        text.lines().findFirst().orElseThrow());
    JsonNode one = new ObjectMapper().readTree(text).get("domains").get(0);
    assertTrue(one.get("pass_rate").isNumber(), one.toString());
    assertTrue(one.get("believed_ours").get("pass_rate").isNumber(), one.toString());
    assertTrue(json.get("actions").get(0).get("cumulative_max").isNumber());
  }

  @Test
  void jsonOfNothingHasNoPeriod() throws Exception {
    JsonNode nothing =
        new ObjectMapper()
            .readTree(program.printed("analyze", "--format", "json", "--since", "2027-01-01"));
    assertTrue(nothing.get("period").get("since").isNull());
    assertEquals("2027-01-01", nothing.get("filters").get("since").textValue());
    assertEquals("2026-11-11", nothing.get("newest_day").textValue());
  }
}
