package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What nights look up for the analysis, through the real jar and a real name server: what receivers
 * met that climbed the tree, and what addresses are called.
 */
class LookedUpIT {
  private static final String ADDRESSES =
      """
      9.113.0.203.in-addr.arpa. PTR out1.pod13.zdsys.com.
      out1.pod13.zdsys.com. A 203.0.113.9
      8.100.51.198.in-addr.arpa. PTR mail-sor-f41.google.com.
      mail-sor-f41.google.com. A 209.85.220.41""";
  private static final List<String> PUBLISHED =
      List.of("_dmarc.news.example.com. TXT \"v=DMARC1; p=none\"", ADDRESSES);

  @TempDir Path folder;
  private int nights;

  @BeforeEach
  void writeReport() throws IOException {
    String records =
        record("203.0.113.7", "bounce.example.com", "pass")
            + record("198.51.100.8", "news.example.com", "softfail")
            + record("203.0.113.9", "news.example.com", "softfail");
    Files.writeString(
        Files.createDirectories(folder.resolve("in")).resolve("walked.xml"),
        """
        <feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0">
        <report_metadata><org_name>Walker</org_name><email>dmarc@walker.example</email>
        <report_id>1</report_id><date_range><begin>1794009600</begin><end>1794095999</end></date_range>
        </report_metadata><policy_published><domain>news.example.com</domain>
        <discovery_method>treewalk</discovery_method><p>none</p></policy_published>
        %s</feedback>
        """
            .formatted(records));
  }

  private static String record(String ip, String returnPath, String result) {
    return """
    <record><row><source_ip>%s</source_ip><count>5</count><policy_evaluated>
    <disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>
    <identifiers><header_from>news.example.com</header_from></identifiers>
    <auth_results><spf><domain>%s</domain><scope>mfrom</scope><result>%s</result></spf>
    </auth_results></record>
    """
        .formatted(ip, returnPath, result);
  }

  private Jar.Run nightly(String server) throws IOException, InterruptedException {
    return new Jar(folder)
        .run("nightly in --db reports --out out --dns --timeout 1s --nameserver " + server);
  }

  private void night(List<String> records) throws Exception {
    Path place = Files.createDirectories(folder.resolve("dns" + ++nights));
    try (DnsServer server = DnsServer.start(place, records, List.of())) {
      Jar.Run run = nightly(server.address());
      assertEquals(0, run.code(), run.err());
    }
  }

  private String findings() throws IOException {
    return Files.readString(folder.resolve("out/findings.json"));
  }

  private JsonNode source(String ip) throws IOException {
    return StreamSupport.stream(
            new ObjectMapper().readTree(findings()).get("sources").spliterator(), false)
        .filter(source -> source.get("source_ip").asText().equals(ip))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatReceiversMetAndWhatAddressesAreCalledIsToldAndNobodyIsAskedAgain() throws Exception {
    night(PUBLISHED);
    JsonNode apart = source("203.0.113.7");
    assertEquals("pass_foreign", apart.get("spf_cause").asText());
    assertTrue(apart.get("org_method_sensitive").asBoolean());
    assertTrue(apart.get("explanation").asText().contains("by the tree walk (RFC 9989)"));
    JsonNode called = source("203.0.113.9");
    assertTrue(called.get("explanation").asText().contains("out1.pod13.zdsys.com"));
    assertEquals("Zendesk", called.get("sender").asText());
    assertFalse(findings().contains("google"), "its name does not lead back");
    String told = findings();
    String exported = new Jar(folder).run("export --format parsedmarc-csv --db reports").printed();
    assertTrue(
        exported.contains(",203.0.113.9,,out1.pod13.zdsys.com,zdsys.com,Zendesk,,,,,5,"), exported);

    // names are not asked for again for a month; what receivers met is
    night(List.of("_dmarc.news.example.com. TXT \"v=DMARC1; p=none\""));
    assertEquals(source("203.0.113.9"), called);

    // another record makes them one organization, and is not held against who met none
    night(List.of(PUBLISHED.get(0), "_dmarc.example.com. TXT \"v=DMARC1; p=none\""));
    JsonNode before = source("203.0.113.7");
    assertEquals("pass_foreign", before.get("spf_cause").asText());
    assertEquals(5, before.get("dmarc_fail").asInt());
    assertTrue(before.get("explanation").asText().contains("DNS has changed since"));

    // and analyze says the same without a name server
    String now = findings();
    assertFalse(now.equals(told));
    assertEquals(now, new Jar(folder).run("analyze --format json --db reports").printed());
  }
}
