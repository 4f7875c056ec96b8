package dmarcreports.dns.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.LyingDns;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.report.DomainName;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Servers that fail, lie or keep silent: told apart, and nothing is concluded from them. */
class LiveLookupTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final DomainName NAME = new DomainName("example.test");
  private static final Name AT = Name.fromConstantString("example.test.");

  private static LyingDns.Lie rcode(int rcode) {
    return (query, empty, tcp) -> {
      empty.getHeader().setRcode(rcode);
      return empty.toWire();
    };
  }

  private static LyingDns.Lie answer(Record... records) {
    return (query, empty, tcp) -> {
      for (Record record : records) {
        empty.addRecord(record, Section.ANSWER);
      }
      return empty.toWire();
    };
  }

  private static Record text(Name name, String text) {
    return new TXTRecord(name, DClass.IN, 60, text);
  }

  private static Record alias(String name, String target) {
    return new CNAMERecord(
        Name.fromConstantString(name), DClass.IN, 60, Name.fromConstantString(target));
  }

  private static byte[] without(Message empty, int flag) {
    empty.getHeader().unsetFlag(flag);
    return empty.toWire();
  }

  private static byte[] endlessAliases(Message query, Message empty) {
    Name name = query.getQuestion().getName();
    Name next = Name.fromConstantString("x" + name.getLabelString(0) + ".test.");
    empty.addRecord(new CNAMERecord(name, DClass.IN, 60, next), Section.ANSWER);
    return empty.toWire();
  }

  private static byte[] referral(Message empty, String zone) {
    Name ns = Name.fromConstantString("ns.elsewhere.test.");
    empty.addRecord(
        new NSRecord(Name.fromConstantString(zone), DClass.IN, 60, ns), Section.AUTHORITY);
    return empty.toWire();
  }

  static Stream<Map.Entry<String, LyingDns.Lie>> lies() {
    Name other = Name.fromConstantString("other.test.");
    return Map.<String, LyingDns.Lie>ofEntries(
        Map.entry("Failed[kind=SERVFAIL] rcode 2", rcode(Rcode.SERVFAIL)),
        Map.entry("Failed[kind=REFUSED] rcode 5", rcode(Rcode.REFUSED)),
        Map.entry("Failed[kind=LAME] rcode 9", rcode(Rcode.NOTAUTH)),
        Map.entry("Failed[kind=MALFORMED] rcode 1", rcode(Rcode.FORMERR)),
        Map.entry("Failed[kind=MALFORMED] rcode 4", rcode(Rcode.NOTIMP)),
        Map.entry("Failed[kind=MALFORMED] rcode 6", rcode(Rcode.YXDOMAIN)),
        Map.entry("NAME rcode 3", rcode(Rcode.NXDOMAIN)),
        Map.entry("DATA nothing said", rcode(Rcode.NOERROR)),
        Map.entry("Failed[kind=LAME] nothing, not responsible", (q, e, t) -> without(e, Flags.RA)),
        Map.entry(
            "Failed[kind=LAME] no name, not responsible",
            (q, e, t) -> {
              e.getHeader().setRcode(Rcode.NXDOMAIN);
              return without(e, Flags.RA);
            }),
        Map.entry("Failed[kind=LAME] referral", (q, e, t) -> referral(e, "test.")),
        Map.entry("Failed[kind=LAME] upward referral", (q, e, t) -> referral(e, ".")),
        Map.entry("Failed[kind=MALFORMED] a question sent back", (q, e, t) -> without(e, Flags.QR)),
        Map.entry("Failed[kind=MALFORMED] another name's", answer(text(other, "v=spf1 +all"))),
        Map.entry(
            "Failed[kind=MALFORMED] another type's",
            answer(new ARecord(AT, DClass.IN, 60, InetAddress.getLoopbackAddress()))),
        Map.entry(
            "Failed[kind=MALFORMED] two aliases",
            answer(alias("example.test.", "a.test."), alias("example.test.", "b.test."))),
        Map.entry(
            "Failed[kind=MALFORMED] records of no name",
            (q, e, t) -> {
              e.addRecord(text(AT, "here"), Section.ANSWER);
              e.getHeader().setRcode(Rcode.NXDOMAIN);
              return e.toWire();
            }),
        Map.entry("Failed[kind=MALFORMED] six bytes", (q, e, t) -> new byte[6]),
        Map.entry(
            "Failed[kind=MALFORMED] another id",
            (q, e, t) -> {
              e.getHeader().setID(q.getHeader().getID() ^ 1);
              return e.toWire();
            }),
        Map.entry(
            "Failed[kind=MALFORMED] a cut record",
            (q, e, t) -> {
              e.addRecord(text(AT, "here"), Section.ANSWER);
              byte[] whole = e.toWire();
              return java.util.Arrays.copyOf(whole, whole.length - 3);
            }),
        Map.entry(
            "Failed[kind=ALIASES] to itself", answer(alias("example.test.", "example.test."))),
        Map.entry("Failed[kind=ALIASES] without end", (q, e, t) -> endlessAliases(q, e)),
        Map.entry(
            "Failed[kind=TRUNCATED] cut, over TCP too",
            (q, e, t) -> {
              e.getHeader().setFlag(Flags.TC);
              return e.toWire();
            }),
        Map.entry(
            "[example.test. TXT \"here\"] cut, whole over TCP",
            (q, e, t) -> {
              if (t) {
                e.addRecord(text(AT, "here"), Section.ANSWER);
              } else {
                e.getHeader().setFlag(Flags.TC);
              }
              return e.toWire();
            }),
        Map.entry(
            "[example.test. TXT \"here\"] of before EDNS",
            (q, e, t) -> {
              if (q.getOPT() != null) {
                e.getHeader().setRcode(Rcode.FORMERR);
              } else {
                e.addRecord(text(AT, "here"), Section.ANSWER);
              }
              return e.toWire();
            }),
        Map.entry("[example.test. TXT \"once\"] twice", answer(text(AT, "once"), text(AT, "once"))),
        Map.entry(
            "[example.test. TXT \"mine\"] with another's beside",
            answer(text(AT, "mine"), text(other, "other"))))
        .entrySet()
        .stream();
  }

  private static LiveLookup asking(Duration timeout, String... servers) {
    return new LiveLookup(Stream.of(servers).map(NameServer::parse).toList(), timeout);
  }

  @ParameterizedTest
  @MethodSource("lies")
  void eachIsToldApart(Map.Entry<String, LyingDns.Lie> world) throws IOException {
    try (LyingDns server = new LyingDns(world.getValue())) {
      Answer answer = asking(PATIENCE, server.address()).answer(Question.txt(NAME));
      String told = KnotTest.told(answer);
      assertTrue(world.getKey().startsWith(told + " "), world.getKey() + ": " + told);
      if (answer instanceof Answer.Failed failed) {
        assertEquals(server.address(), failed.server());
      }
    }
  }

  @Test
  void aQuestionIsAskedOnce() throws IOException {
    try (LyingDns server = new LyingDns(answer(text(AT, "here")))) {
      LiveLookup lookup = asking(PATIENCE, server.address());
      assertSame(lookup.answer(Question.txt(NAME)), lookup.answer(Question.txt(NAME)));
      assertEquals(1, server.asked("example.test. TXT"));
    }
  }

  @Test
  void theNextServerIsAskedWhereOneFails() throws IOException {
    try (LyingDns bad = new LyingDns(rcode(Rcode.SERVFAIL));
        LyingDns good = new LyingDns(answer(text(AT, "here")))) {
      Answer answer = asking(PATIENCE, bad.address(), good.address()).answer(Question.txt(NAME));
      assertEquals("[example.test. TXT \"here\"]", KnotTest.told(answer));
    }
  }

  @Test
  void theNextServerIsNotAskedWhereOneSaysThatNothingIsThere() throws IOException {
    try (LyingDns first = new LyingDns(rcode(Rcode.NXDOMAIN));
        LyingDns next = new LyingDns(answer(text(AT, "here")))) {
      Answer answer = asking(PATIENCE, first.address(), next.address()).answer(Question.txt(NAME));
      assertEquals("NAME", KnotTest.told(answer));
      assertEquals(0, next.asked());
    }
  }

  @Test
  void aServerThatStaysSilentIsAskedTwiceAQuestionAndNotForEver() throws IOException {
    try (LyingDns silent = new LyingDns((query, empty, tcp) -> null)) {
      LiveLookup lookup = asking(SHORT, silent.address());
      for (int i = 0; i < 20; i++) {
        Question question = Question.txt(new DomainName("n" + i + ".test"));
        assertEquals("Failed[kind=TIMEOUT]", KnotTest.told(lookup.answer(question)));
      }
      assertEquals(10, silent.asked());
      assertEquals(2, silent.asked("n0.test. TXT"));
    }
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() throws IOException {
    int port;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Answer answer = asking(PATIENCE, "127.0.0.1:" + port).answer(Question.txt(NAME));
    assertEquals(new Answer.Failed(Answer.Failure.UNREACHABLE, "127.0.0.1:" + port), answer);
  }

  @Test
  void noMoreIsAskedThanARunMay() throws IOException {
    try (LyingDns server = new LyingDns(rcode(Rcode.NXDOMAIN))) {
      LiveLookup lookup = new LiveLookup(List.of(NameServer.parse(server.address())), PATIENCE, 3);
      for (int i = 0; i < 3; i++) {
        assertEquals("NAME", KnotTest.told(lookup.answer(Question.txt(named(i)))));
      }
      assertFalse(lookup.isExhausted());
      assertEquals("Failed[kind=NOT_ASKED]", KnotTest.told(lookup.answer(Question.txt(named(3)))));
      assertEquals("NAME", KnotTest.told(lookup.answer(Question.txt(named(0)))));
      assertTrue(lookup.isExhausted());
      assertEquals(3, server.asked());
    }
  }

  private static DomainName named(int number) {
    return new DomainName("n" + number + ".test");
  }

  /** An answer of one type is none to the question for another. */
  @Test
  void typesAreAskedForOneByOne() throws IOException {
    try (LyingDns server = new LyingDns(answer(text(AT, "here")))) {
      LiveLookup lookup = asking(PATIENCE, server.address());
      assertEquals(
          "[example.test. TXT \"here\"]", KnotTest.told(lookup.answer(Question.txt(NAME))));
      assertEquals(
          "Failed[kind=MALFORMED]", KnotTest.told(lookup.answer(Question.of(NAME, RecordType.MX))));
    }
  }
}
