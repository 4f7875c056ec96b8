package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From advice to done, through the real jar and a real name server. */
class PublishedIT {
  private static final List<String> BEFORE =
      List.of(
          "_dmarc.example.com. TXT \"v=DMARC1; p=none; rua=mailto:dmarc@example.com\"",
          "example.com. TXT \"v=spf1 ip4:192.0.2.99 -all\"",
          "example.com. TXT \"some-verification=1\"");
  private static final List<String> PUBLISHED =
      List.of(
          "bounce.example.com. MX 10 feedback-smtp.eu-west-1.amazonses.com.",
          "bounce.example.com. TXT \"v=spf1 include:amazonses.com ~all\"");

  @TempDir Path folder;
  private int nights;

  private Jar.Run nightly(List<String> records) throws Exception {
    Path place = Files.createDirectories(folder.resolve("dns" + ++nights));
    try (DnsServer server = DnsServer.start(place, records, List.of())) {
      return nightly(server.address());
    }
  }

  private Jar.Run nightly(String server) throws IOException, InterruptedException {
    Path samples = Path.of("sample-reports").toAbsolutePath();
    return new Jar(folder)
        .run(
            "nightly '"
                + samples
                + "' --db reports --out out --dns --timeout 1s --nameserver "
                + server);
  }

  private JsonNode findings() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("out/findings.json").toFile());
  }

  private JsonNode action(String code) throws IOException {
    return StreamSupport.stream(findings().get("actions").spliterator(), false)
        .filter(a -> a.get("domain").asText().equals("example.com"))
        .filter(a -> a.get("action").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsPublishedBetweenTwoNightsIsToldAsDone() throws Exception {
    assertEquals(0, nightly(BEFORE).code());
    JsonNode before = action("custom_mail_from");
    assertEquals("absent", before.get("dns_state").asText());
    assertEquals(2, before.get("dns_records").size());
    JsonNode spf = action("authorize_in_spf");
    assertEquals("different", spf.get("dns_state").asText());
    assertEquals(
        "example.com. TXT \"v=spf1 ip4:192.0.2.80 ip4:192.0.2.99 -all\"",
        spf.get("dns_records").get(0).asText());
    assertTrue(action("easy_dkim").get("dns_state").isNull(), "its tokens are not known");

    assertEquals(0, nightly(Stream.concat(BEFORE.stream(), PUBLISHED.stream()).toList()).code());
    JsonNode after = action("custom_mail_from");
    assertEquals("present", after.get("dns_state").asText());
    assertEquals(0, after.get("dns_records").size());
    String details = Files.readString(folder.resolve("out/details.txt"));
    assertTrue(details.contains("In DNS since "), details);
    String brief = new Jar(folder).run("analyze --db reports --domain example.com").printed();
    String line = brief.replaceAll("\\s+", " ");
    assertTrue(line.matches(".*Or instead 2[^.]*, in DNS since 20.*"), brief);

    // without a word from any server, what was seen before is still told
    String told = findings().toString();
    Jar.Run silent = nightly("127.0.0.1:" + FreePort.next());
    assertEquals(1, silent.code(), silent.err());
    assertTrue(silent.err().contains("no name server answered anything"), silent.err());
    assertEquals(told, findings().toString());
    assertEquals(
        told,
        new ObjectMapper()
            .readTree(new Jar(folder).run("analyze --format json --db reports").printed())
            .toString());
  }
}
