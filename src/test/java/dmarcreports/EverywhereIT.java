package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar in other time zones, character sets, and languages that it does not speak: the same
 * bytes.
 */
class EverywhereIT {
  /** What a script says of when something was done. */
  private static final Pattern OF_THE_CLOCK =
      Pattern.compile("(?s)INSERT INTO \"PUBLIC\".\"(RUNS|DISCARDS|DIGESTS|flyway_[a-z_]+)\".*");

  private static final List<String> PLACES =
      List.of(
          "unset LC_ALL LC_MESSAGES; export TZ=UTC LANG=en_US.UTF-8; JAVA='-Duser.language=en'",
          "unset LC_ALL LC_MESSAGES; export TZ=Pacific/Apia LANG=tr_TR.UTF-8;"
              + " JAVA='-Duser.language=tr -Duser.country=TR'",
          "export TZ=Asia/Kathmandu LC_ALL=C; JAVA='-Dfile.encoding=ISO-8859-1"
              + " -Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai'");

  @TempDir Path folder;

  @Test
  void theOutputsAndTheDatabaseAreTheSame() throws Exception {
    Files.writeString(folder.resolve("m.eml"), HostileDns.mail());
    try (LyingDns dns = HostileDns.start()) {
      areTheSame(dns.address());
    }
  }

  private void areTheSame(String nameserver) throws Exception {
    Jar jar = new Jar(folder);
    jar.shell("cp -r '" + Path.of("sample-reports").toAbsolutePath() + "' inbox").printed();
    Map<String, String> first = null;
    for (String place : PLACES) {
      Jar.Run run =
          jar.shell(
              place
                  + """

                  JAVA="$JAVA -Xmx256m OPTIONS"
                  DNS='--timeout 20s --nameserver NAMESERVER'
                  mkdir here; cp -r inbox here; cd here
                  jar nightly inbox --db reports --out findings > digest 2> said
                  jar explain 198.51.100.11 --db reports > explain
                  jar check n1.test n2.test --selector s1 $DNS > check
                  jar check n1.test n2.test --selector s1 $DNS --format json > check.json
                  jar explain ../m.eml --dns $DNS > mail
                  jar explain ../m.eml --dns $DNS --format json > mail.json
                  jar export --db reports > export.csv
                  jar export --db reports --format jsonl > export.jsonl
                  jar export --db reports --format parsedmarc-csv > parsedmarc.csv
                  jar status --db reports --format json | sed 's/"runs":.*//; s/"bytes":[0-9]*//' > status
                  rm -r inbox
                  """
                      .replace("OPTIONS", String.join(" ", FastStart.options()))
                      .replace("NAMESERVER", nameserver));
      assertEquals("", run.err(), place);
      Map<String, String> made = made(folder.resolve("here"));
      made.put("script", script(folder.resolve("here/reports")));
      assertTrue(made.size() >= 20, made.keySet().toString());
      made.forEach((name, text) -> assertTrue(!text.isEmpty(), name + ": " + place));
      if (first == null) {
        first = made;
      }
      for (Map.Entry<String, String> one : first.entrySet()) {
        assertEquals(
            List.of(),
            difference(one.getValue(), made.get(one.getKey())),
            one.getKey() + ": " + place);
      }
      assertEquals(first.keySet(), made.keySet());
      jar.shell("rm -r here").printed();
    }
  }

  /** The lines that only one of them has. */
  private static List<String> difference(String one, String other) {
    List<String> difference = new ArrayList<>(one.lines().toList());
    List<String> others = other.lines().toList();
    difference.removeAll(others);
    others.stream().filter(line -> one.lines().noneMatch(line::equals)).forEach(difference::add);
    return one.equals(other) || !difference.isEmpty() ? difference : List.of("the order");
  }

  private static Map<String, String> made(Path directory) throws IOException {
    Map<String, String> made = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().startsWith("reports.")) {
          String name = directory.relativize(file).toString();
          made.put(name, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return made;
  }

  private static String script(Path db) throws Exception {
    List<String> lines = new ArrayList<>();
    String url = Databases.parse(db.toString()).url() + ";ACCESS_MODE_DATA=r";
    try (Connection connection = DriverManager.getConnection(url, "dmarc", "");
        Statement statement = connection.createStatement();
        ResultSet script = statement.executeQuery("script nopasswords nosettings")) {
      while (script.next()) {
        String line = script.getString(1);
        if (!OF_THE_CLOCK.matcher(line).matches()) {
          lines.add(line);
        }
      }
    }
    return String.join("\n", lines);
  }
}
