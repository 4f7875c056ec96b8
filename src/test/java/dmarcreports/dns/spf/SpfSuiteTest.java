package dmarcreports.dns.spf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dmarcreports.dns.Answer.Failure;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.Data;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.ResourceRecord.Pointer;
import dmarcreports.dns.ResourceRecord.Text;
import dmarcreports.dns.Zone;
import dmarcreports.report.SourceIp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The test suite of openspf.org for RFC 7208, which is not part of this project: {@code
 * -Dspf.suite=FILE} names its {@code rfc7208-tests.yml}, as pyspf has it in {@code test}.
 */
class SpfSuiteTest {
  private static final String FILE = System.getProperty("spf.suite", "");
  private static final String TIMEOUT = "TIMEOUT";
  private static final String NONE = "NONE";

  @TestFactory
  Stream<DynamicTest> everyCaseComesOut() throws IOException {
    assumeTrue(!FILE.isEmpty(), "the openspf suite is not here: -Dspf.suite=rfc7208-tests.yml");
    List<DynamicTest> cases = new ArrayList<>();
    try (InputStream in = Files.newInputStream(Path.of(FILE))) {
      for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(in)) {
        Map<String, Object> scenario = map(document);
        map(scenario.get("tests"))
            .forEach((name, test) -> cases.add(dynamic(scenario, name, map(test))));
      }
    }
    return cases.stream();
  }

  private static DynamicTest dynamic(
      Map<String, Object> scenario, String name, Map<String, Object> test) {
    return DynamicTest.dynamicTest(
        scenario.get("description") + ": " + name, () -> check(scenario, test));
  }

  private static void check(Map<String, Object> scenario, Map<String, Object> test) {
    Zone zone = zone(map(scenario.get("zonedata")));
    SpfEvaluation evaluation =
        SpfEvaluation.of(
            SpfIdentity.of(
                SourceIp.parse(text(test, "host")).orElseThrow(),
                text(test, "mailfrom"),
                text(test, "helo")),
            zone);
    Object expected = test.getOrDefault("result", NONE);
    List<?> results = expected instanceof List<?> several ? several : List.of(expected);
    String result = evaluation.result().name().toLowerCase(Locale.ROOT);
    assertTrue(results.contains(result), () -> result + ", not " + results + ": " + test);
    if (test.containsKey("explanation")) {
      assertEquals(text(test, "explanation"), evaluation.explanation().orElse("DEFAULT"));
    }
  }

  private static Zone zone(Map<String, Object> data) {
    Zone zone = Zone.of();
    data.forEach((name, records) -> fill(zone, name, (List<?>) records));
    return zone.failing("error.example.com", "*", Failure.TIMEOUT);
  }

  private static void fill(Zone zone, String owner, List<?> records) {
    if (DnsName.ofBytes(owner).isEmpty()) {
      return; // nobody can ask for it
    }
    String name = DnsName.ofBytes(owner).get().text();
    Set<RecordType> silent = EnumSet.allOf(RecordType.class);
    boolean txt = records.stream().anyMatch(r -> r instanceof Map<?, ?> m && m.containsKey("TXT"));
    for (Object one : records) {
      if (one.equals(TIMEOUT)) {
        silent.forEach(type -> zone.failing(name, type.name(), Failure.TIMEOUT));
      } else {
        ((Map<?, ?>) one)
            .forEach(
                (kind, value) -> {
                  boolean spf = kind.equals("SPF");
                  if (!spf || !txt) {
                    RecordType type = spf ? RecordType.TXT : RecordType.valueOf(kind.toString());
                    if (!value.equals(NONE)) {
                      silent.remove(type);
                      add(zone, name, type, value);
                    }
                  }
                });
      }
    }
  }

  private static void add(Zone zone, String name, RecordType type, Object value) {
    if (value.equals(TIMEOUT)) {
      zone.failing(name, type.name(), Failure.TIMEOUT);
    } else {
      zone.with(name, data(type, value));
    }
  }

  private static Data data(RecordType type, Object value) {
    return switch (type) {
      case TXT ->
          new Text(
              (value instanceof List<?> several ? several : List.of(value))
                  .stream().map(string -> bytes(string.toString())).toList());
      case MX -> {
        List<?> parts = value instanceof List<?> list ? list : Arrays.asList(value);
        yield new MailExchange((Integer) parts.get(0), name(parts.get(1)));
      }
      case A, AAAA -> new Address(SourceIp.parse(value.toString()).orElseThrow());
      case CNAME, PTR, NS -> new Pointer(type, name(value));
    };
  }

  private static String name(Object value) {
    return DnsName.ofBytes(value.toString()).map(DnsName::text).orElse("");
  }

  private static String text(Map<String, Object> test, String key) {
    return test.getOrDefault(key, "").toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
