package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of others is in the jar, and under which licences. */
class DependenciesIT {
  private static final Path JAR = Path.of("target/dmarc-reports.jar");

  /** A line of the list: {@code (licence) name (group:artifact:version - address)}. */
  private static final Pattern LISTED =
      Pattern.compile(
          "^ +(?<licences>(\\([^()]+\\) )+).* \\((?<group>[^:(]+):(?<name>[^:]+):(?<version>[^: ]+) - ");

  private record Dependency(String group, String name, String version) {}

  private static List<Dependency> listed() throws IOException {
    List<Dependency> all = new ArrayList<>();
    List<String> lines =
        text("META-INF/THIRD-PARTY.txt").lines().filter(l -> !l.isBlank()).toList();
    for (String line : lines.subList(1, lines.size())) {
      Matcher matcher = LISTED.matcher(line);
      assertTrue(matcher.find(), line);
      all.add(
          new Dependency(matcher.group("group"), matcher.group("name"), matcher.group("version")));
    }
    assertEquals("Lists of " + all.size() + " third-party dependencies.", lines.get(0));
    return all;
  }

  private static String text(String entry) throws IOException {
    return text(JAR, entry);
  }

  private static String text(Path file, String entry) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      assertNotNull(jar.getEntry(entry), entry);
      return new String(
          jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> entries(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream().map(entry -> entry.getName()).toList();
    }
  }

  private static Path jarOf(Dependency dependency) {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String file = "/" + dependency.name + "-" + dependency.version + ".jar";
    return List.of(path.split(File.pathSeparator)).stream()
        .filter(jar -> jar.endsWith(file))
        .map(Path::of)
        .findFirst()
        .orElseThrow(() -> new AssertionError(dependency + " is not in " + path));
  }

  @Test
  void noClassIsInTwoDependencies() throws IOException {
    Map<String, Dependency> owners = new HashMap<>();
    Set<String> twice = new TreeSet<>();
    for (Dependency dependency : listed()) {
      for (String entry : entries(jarOf(dependency))) {
        if (entry.endsWith(".class") && !entry.endsWith("module-info.class")) {
          Dependency other = owners.put(entry, dependency);
          if (other != null) {
            twice.add(entry + ": " + other + ", " + dependency);
          }
        }
      }
    }
    assertEquals(Set.of(), twice);
  }

  @Test
  void everyClassIsOursOrOfAListedDependency() throws IOException {
    Set<String> unknown =
        entries(JAR).stream()
            .filter(entry -> entry.endsWith(".class") && !entry.startsWith("dmarcreports/"))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Dependency dependency : listed()) {
      entries(jarOf(dependency)).forEach(unknown::remove);
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void licencesAndNoticesAreInTheJar() throws IOException {
    assertEquals(Files.readString(Path.of("LICENSE")), text("META-INF/LICENSE"));
    assertTrue(text("META-INF/NOTICE").contains("Jackson JSON processor"));
    assertTrue(text("META-INF/NOTICE").contains("Apache James :: Mime4j"));
    for (String library : List.of("Compress", "Codec", "IO", "Lang")) {
      assertTrue(text("META-INF/NOTICE.txt").contains("Apache Commons " + library), library);
    }
    assertTrue(text("META-INF/NOTICE.md").contains("Jakarta Activation"));
  }

  /** Some thirty libraries have the same notice, which is there once. */
  @Test
  void noNoticeIsMissingOrThereTwice() throws IOException {
    String all = text("META-INF/NOTICE.txt");
    assertEquals(2, all.split("AWS SDK for Java 2.0", -1).length);
    for (Dependency dependency : listed()) {
      Path jar = jarOf(dependency);
      if (entries(jar).contains("META-INF/NOTICE.txt")) {
        assertTrue(all.contains(text(jar, "META-INF/NOTICE.txt").strip()), jar.toString());
      }
    }
  }

  @Test
  void nothingOfSignaturesModulesOrTheBuildIsInTheJar() throws IOException {
    List<String> entries = entries(JAR);
    assertEquals(
        List.of(),
        entries.stream()
            .filter(
                entry ->
                    entry.matches(
                        "META-INF/(.*\\.(SF|DSA|RSA|EC|episode)|maven/.*)|(.*/)?module-info\\.class"))
            .toList());
    assertEquals(entries.size(), Set.copyOf(entries).size());
  }

  /** Offline, Maven leaves the list of materials out. */
  @Test
  void theListOfMaterialsNamesTheSameDependencies() throws IOException {
    Path file = Path.of("target/sbom.json");
    assumeTrue(Files.exists(file));
    JsonNode materials = new ObjectMapper().readTree(file.toFile());
    assertEquals("CycloneDX", materials.get("bomFormat").asText());
    Set<Dependency> named = new HashSet<>();
    for (JsonNode component : materials.get("components")) {
      named.add(
          new Dependency(
              component.get("group").asText(),
              component.get("name").asText(),
              component.get("version").asText()));
      assertTrue(component.get("licenses").size() > 0, component.get("name").asText());
      assertTrue(component.get("hashes").size() > 0, component.get("name").asText());
    }
    assertEquals(Set.copyOf(listed()), named);
  }
}
