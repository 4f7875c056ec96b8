package dmarcreports.dns.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.LyingDns;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.lookup.CheckedDomain;
import dmarcreports.analysis.lookup.DomainLookups;
import dmarcreports.analysis.lookup.SeenMail;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.output.CheckFormat;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Style;
import dmarcreports.report.DomainName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Several questions at once: sooner, and nothing else. */
class AheadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Instant NOW = Instant.EPOCH;
  private static final DomainName DOMAIN = new DomainName("example.test");
  private static final List<String> SELECTORS =
      IntStream.range(0, 100).mapToObj(i -> "s" + i).toList();

  private static LiveLookup asking(int most, Duration timeout, LyingDns... servers) {
    return new LiveLookup(
        Stream.of(servers).map(one -> NameServer.parse(one.address())).toList(), timeout, most);
  }

  private static LiveLookup asking(LyingDns server) {
    return asking(LiveLookup.MOST_QUESTIONS, PATIENCE, server);
  }

  /** One at a time: what is expected is not heard. */
  private static Lookup inTurn(LiveLookup lookup) {
    return question -> lookup.answer(question);
  }

  private static String told(Lookup lookup, int selectors) throws IOException {
    CheckedDomain checked =
        new DomainLookups(lookup, Mail.SUFFIXES, SELECTORS.subList(0, selectors))
            .of(DOMAIN, SeenMail.NONE, List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CheckFormat.TEXT.write(List.of(checked), Language.english(), Style.PLAIN, out);
    CheckFormat.JSON.write(List.of(checked), Language.english(), Style.PLAIN, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] text(Message query, Message empty) {
    Name name = query.getQuestion().getName();
    empty.addRecord(
        new TXTRecord(name, DClass.IN, 60, "v=spf1 include:a." + name + " ?all"), Section.ANSWER);
    return empty.toWire();
  }

  private static byte[] nothing(Message empty) {
    empty.getHeader().setRcode(Rcode.NXDOMAIN);
    return empty.toWire();
  }

  @Test
  void theSameIsToldSooner() throws IOException {
    LyingDns.Lie lie =
        (query, empty, tcp) ->
            query.getQuestion().getName().toString().startsWith("example.")
                ? text(query, empty)
                : nothing(empty);
    try (LyingDns server = new LyingDns(lie, Duration.ofMillis(40));
        LyingDns other = new LyingDns(lie, Duration.ofMillis(40))) {
      LiveLookup slow = asking(other);
      long begin = System.nanoTime();
      String inTurn = told(inTurn(slow), 100).replace(other.address(), "SERVER");
      long middle = System.nanoTime();
      LiveLookup fast = asking(server);
      String atOnce = told(fast, 100).replace(server.address(), "SERVER");
      long end = System.nanoTime();
      assertEquals(inTurn, atOnce);
      assertEquals(
          slow.lookedUp(NOW).toString().replace(other.address(), "SERVER"),
          fast.lookedUp(NOW).toString().replace(server.address(), "SERVER"));
      assertEquals(other.asked(), server.asked());
      System.out.println(
          "100 selectors, each answer after 40 ms: in turn "
              + (middle - begin) / 1_000_000
              + " ms, at once "
              + (end - middle) / 1_000_000
              + " ms");
      assertTrue((end - middle) * 2 < middle - begin, "less than half of the time");
    }
  }

  /** Every fourth question is left unanswered: never so many in a row that it is given up. */
  @Test
  void silenceIsWaitedForAtOnce() throws IOException {
    LyingDns.Lie lie =
        (query, empty, tcp) ->
            Math.floorMod(query.getQuestion().getName().toString().hashCode(), 4) == 0
                ? null
                : nothing(empty);
    try (LyingDns server = new LyingDns(lie);
        LyingDns other = new LyingDns(lie)) {
      Duration timeout = Duration.ofMillis(800);
      LiveLookup slow = asking(LiveLookup.MOST_QUESTIONS, timeout, other);
      long begin = System.nanoTime();
      String inTurn = told(inTurn(slow), 30).replace(other.address(), "SERVER");
      long middle = System.nanoTime();
      String atOnce =
          told(asking(LiveLookup.MOST_QUESTIONS, timeout, server), 30)
              .replace(server.address(), "SERVER");
      long end = System.nanoTime();
      assertEquals(inTurn, atOnce);
      assertTrue((end - middle) * 2 < middle - begin, "less than half of the time");
    }
  }

  /** Whoever fails, or leads on; and where as many were asked as may be. */
  @ParameterizedTest
  @ValueSource(ints = {10_000, 100, 40, 3})
  void theAnswersAreThoseOfOneAtATime(int most) throws IOException {
    LyingDns.Lie lie =
        (query, empty, tcp) -> {
          Name name = query.getQuestion().getName();
          int kind = Math.floorMod(name.toString().hashCode() * 31, 4);
          if (kind == 0) {
            return nothing(empty);
          }
          if (kind == 1) {
            return text(query, empty);
          }
          if (kind == 2) {
            empty.getHeader().setRcode(Rcode.SERVFAIL);
            return empty.toWire();
          }
          Name next = Name.fromString("x" + name.getLabelString(0).hashCode() % 50 + ".test.");
          empty.addRecord(new CNAMERecord(name, DClass.IN, 60, next), Section.ANSWER);
          return empty.toWire();
        };
    try (LyingDns first = new LyingDns(lie);
        LyingDns second = new LyingDns((query, empty, tcp) -> text(query, empty))) {
      sameAnswers(most, PATIENCE, 60, first, second);
    }
  }

  /** One that is silent for a time is given up by the same question, and not asked any more. */
  @Test
  void aServerIsGivenUpAtTheSameQuestion() throws IOException {
    try (LyingDns first =
            new LyingDns(
                (query, empty, tcp) ->
                    query.getQuestion().getName().toString().matches("n(1[6-9]|20)\\..*")
                        ? null
                        : text(query, empty));
        LyingDns second = new LyingDns((query, empty, tcp) -> nothing(empty))) {
      sameAnswers(LiveLookup.MOST_QUESTIONS, Duration.ofMillis(800), 32, first, second);
    }
  }

  private static void sameAnswers(
      int most, Duration timeout, int number, LyingDns first, LyingDns second) {
    List<Question> questions = questions(number);
    LiveLookup slow = asking(most, timeout, first, second);
    List<Answer> inTurn = questions.stream().map(slow::answer).toList();
    int asked = first.asked() + second.asked();
    LiveLookup fast = asking(most, timeout, first, second);
    fast.expect(questions);
    List<Answer> atOnce = questions.stream().map(fast::answer).toList();
    assertEquals(inTurn, atOnce);
    assertEquals(slow.isExhausted(), fast.isExhausted());
    assertEquals(slow.lookedUp(NOW), fast.lookedUp(NOW));
    assertTrue(first.asked() + second.asked() - asked <= most, "the limit");
  }

  private static List<Question> questions(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> Question.txt(new DomainName("n" + i + ".test")))
        .toList();
  }

  /** The most is not passed, though not all that was asked ahead is wanted in the end. */
  @Test
  void noMoreIsAskedThanARunMay() throws IOException {
    try (LyingDns server = new LyingDns((query, empty, tcp) -> nothing(empty))) {
      LiveLookup lookup = asking(200, PATIENCE, server);
      List<Question> questions = questions(300);
      lookup.expect(questions);
      assertTrue(server.asked() > 5, "some are asked ahead");
      questions.subList(150, 300).forEach(lookup::answer);
      questions.forEach(lookup::answer);
      assertEquals(200, server.asked());
      assertTrue(lookup.isExhausted());
    }
  }

  /** Eight are asked before it is known to be silent, and no more; each twice. */
  @Test
  void aSilentServerIsNotAskedForEver() throws IOException {
    try (LyingDns silent = new LyingDns((query, empty, tcp) -> null)) {
      LiveLookup lookup = asking(LiveLookup.MOST_QUESTIONS, Duration.ofMillis(300), silent);
      long begin = System.nanoTime();
      told(lookup, 100);
      assertTrue(System.nanoTime() - begin < 20_000_000_000L, "not minutes");
      assertTrue(silent.asked() <= 2 * (Ahead.AT_ONCE + Server.MOST_SILENCES), "" + silent.asked());
      assertTrue(lookup.isUnanswered());
    }
  }
}
