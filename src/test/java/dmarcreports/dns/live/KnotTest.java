package dmarcreports.dns.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.DnsServer;
import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real server says, in the words of the house. */
class KnotTest {
  private static final String LONG = "x".repeat(250);

  @TempDir static Path directory;
  private static DnsServer server;

  @BeforeAll
  static void start() {
    List<String> records = new ArrayList<>();
    records.add("two.test. TXT \"one\" \"and \\\"two\\\"\"");
    records.add("two.test. TXT \"\\255\\010;\"");
    records.add("Mixed.Test. MX 20 Mail.Mixed.Test.");
    records.add("mixed.test. MX 10 .");
    records.add("addresses.test. A 192.0.2.1");
    records.add("addresses.test. AAAA 2001:db8::1");
    records.add("1.2.0.192.in-addr.arpa. PTR mail.test.");
    records.add("below.none.test. TXT \"deep\"");
    records.add("alias.test. CNAME middle.test.");
    records.add("middle.test. CNAME two.test.");
    records.add("dangling.test. CNAME nowhere.test.");
    records.add("empty.test. CNAME addresses.test.");
    records.add("circle.test. CNAME round.test.");
    records.add("round.test. CNAME circle.test.");
    records.add("odd\\000\\.\\255\\@.test. CNAME \\027\\0912J.test.");
    records.add("\\027\\0912J.test. TXT \"odd\"");
    records.add("lame.test. NS ns.elsewhere.test.");
    for (int i = 0; i < 12; i++) {
      records.add("large.test. TXT \"" + (char) ('a' + i) + LONG + "\"");
    }
    server = DnsServer.start(directory, records, List.of("broken.test"));
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
    }
  }

  private static Answer ask(String name, RecordType type) {
    return ask(server.address(), name, type);
  }

  private static Answer ask(String at, String name, RecordType type) {
    LiveLookup lookup = new LiveLookup(List.of(NameServer.parse(at)), Duration.ofSeconds(10));
    return lookup.answer(new Question(DnsName.parse(name).orElseThrow(), type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "two.test | TXT | [two.test. TXT \"\\255\\010;\", two.test. TXT \"one\" \"and \\\"two\\\"\"]",
        "mixed.test | MX | [mixed.test. MX 10 ., mixed.test. MX 20 mail.mixed.test.]",
        "addresses.test | A | [addresses.test. A 192.0.2.1]",
        "addresses.test | AAAA | [addresses.test. AAAA 2001:db8::1]",
        "1.2.0.192.in-addr.arpa | PTR | [1.2.0.192.in-addr.arpa. PTR mail.test.]",
        "lame.test | NS | Failed[kind=LAME]",
        "alias.test | CNAME | [alias.test. CNAME middle.test.]",
        "alias.test | A | alias.test. CNAME middle.test., middle.test. CNAME two.test. then DATA",
        "dangling.test | TXT | dangling.test. CNAME nowhere.test. then NAME",
        "empty.test | TXT | empty.test. CNAME addresses.test. then DATA",
        "circle.test | TXT | Failed[kind=ALIASES]",
        "odd\\000\\.\\255\\@.test | TXT | [odd\\000\\.\\255\\@.test. CNAME \\027[2j.test.] then"
            + " [\\027[2j.test. TXT \"odd\"]",
        "nowhere.test | TXT | NAME",
        "none.test | TXT | DATA",
        "two.test | A | DATA",
        "lame.test | TXT | Failed[kind=LAME]",
        "x.lame.test | TXT | Failed[kind=LAME]",
        "broken.test | TXT | Failed[kind=SERVFAIL]",
        "x.broken.test | MX | Failed[kind=SERVFAIL]"
      })
  void eachAnswerIsToldForWhatItIs(String name, RecordType type, String expected) {
    assertEquals(expected, told(ask(name, type)));
  }

  @ParameterizedTest
  @CsvSource({"large.test, 12", "two.test, 2"})
  void whatIsTooLargeForUdpIsHadOverTcp(String name, int records) {
    Answer.Found found = (Answer.Found) ask(name, RecordType.TXT);
    assertEquals(records, found.records().size());
  }

  /** Over UDP, and over TCP where that is too little. */
  @ParameterizedTest
  @CsvSource({"addresses.test, AAAA", "large.test, TXT", "nowhere.test, TXT", "broken.test, TXT"})
  void overIpv6TheSameIsSaid(String name, RecordType type) {
    assertEquals(told(ask(name, type)), told(ask(server.addressV6(), name, type)));
  }

  static String told(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return (found.aliases().isEmpty() ? "" : found.aliases() + " then ") + found.records();
    }
    if (answer instanceof Answer.Absent absent) {
      String way =
          absent.aliases().stream()
              .map(ResourceRecord::toString)
              .collect(Collectors.joining(", ", "", " then "));
      return (absent.aliases().isEmpty() ? "" : way) + absent.kind();
    }
    return "Failed[kind=" + ((Answer.Failed) answer).kind() + "]";
  }
}
