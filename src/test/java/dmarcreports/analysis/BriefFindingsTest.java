package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.output.Format;
import dmarcreports.output.page.Filters;
import dmarcreports.output.page.Findings;
import dmarcreports.output.plain.Style;
import dmarcreports.report.DomainName;
import dmarcreports.report.Observation;
import dmarcreports.stored.PolicyDomain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed where nothing more is asked for: a screen for each domain. */
class BriefFindingsTest {
  private static final int SCREEN = 30;
  private static final int COLUMNS = 80;
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern TITLE = Pattern.compile("(?m)^=+$");
  private static final String LONG = "a".repeat(60) + "." + "b".repeat(60) + ".example";
  private static final String[] FROM = {
    "example.com",
    "news.example.com",
    "xn--mnchen-3ya.example",
    "very-long-name-of-a-subdomain-that-nobody-uses.example.com",
    LONG
  };
  private static final String[] PROVEN = {
    "example.com", "amazonses.com", "sendgrid.net", "gmail.com", "other.org", "mcsv.net", LONG
  };
  private static final String[] RESULTS = {
    "pass", "pass", "pass", "fail", "none", "temperror", "permerror"
  };

  private static String told(Style style, List<Observation> observations) {
    Map<DomainName, PolicyDomain> domains = new TreeMap<>();
    for (Observation o : observations) {
      domains.put(o.evidence().policy().domain(), new PolicyDomain(o.evidence().policy(), 1, 1));
    }
    Analysis analysis = Analysis.of(observations, Mail.SUFFIXES, SenderProfiles.standard());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Format.TEXT.write(
          new Findings(
              analysis, domains, List.of(), Filters.NONE, Optional.empty(), Optional.empty()),
          style,
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String told(Mail... mail) {
    return told(Style.PLAIN, Arrays.stream(mail).map(Mail::observation).toList());
  }

  private static String flat(Mail... mail) {
    return told(mail).replaceAll("\\s+", " ");
  }

  private static Mail ses() {
    return Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
  }

  @Test
  void oneActionIsAHeadlineAndWhatComesOfIt() {
    String text = flat(ses().messages(9), Mail.from("example.com").spf("example.com pass"));
    assertTrue(
        text.contains(
            "1. Turn on Easy DKIM for example.com at Amazon SES (easy_dkim) Repairs 9 of 9 failing:"
                + " 10.0 % -> 100.0 % pass. Why: a service that proves its own name, not"
                + " yours. Or instead 2 (set a custom MAIL FROM domain)."),
        text);
    assertTrue(text.contains("To do: 1 action "), text);
    assertFalse(text.contains("TXT"), text);
  }

  @Test
  void failingMailIsCountedBySenderAndReason() {
    String text =
        flat(
            ses().messages(9),
            Mail.from("example.com").ip("10.0.0.1").spf("other.example fail").messages(5),
            Mail.from("example.com").ip("10.0.0.2").spf("other.example fail").messages(2));
    assertTrue(text.contains("9 Amazon SES a service that proves its own name"), text);
    assertTrue(text.contains("7 10.0.0.0/24 perhaps forged"), text);
  }

  @Test
  void moreThanTenSendersAreCounted() {
    Mail[] mail = new Mail[25];
    Arrays.setAll(
        mail,
        i -> Mail.from("example.com").ip("10.0." + i + ".1").spf("x.example fail").messages(i + 1));
    String text = told(mail);
    assertEquals(
        10, text.lines().filter(l -> l.matches(" +\\d+ .*perhaps forged.*")).count(), text);
    assertTrue(text.contains("\nand 15 more, 120 messages\n"), text);
  }

  @Test
  void whatNobodyHasToDoNowIsALine() {
    String text =
        flat(
            ses().day("2026-01-01").messages(3),
            ses().dkim("amazonses.com pass, example.com pass").day("2026-01-12"),
            Mail.from("example.com").ip("10.0.0.1").spf("x.example fail").day("2026-01-12"));
    assertTrue(text.contains("Not now: 3 (publish a stricter policy), 1-2 (repaired)."), text);
  }

  @Test
  void whatIsBackIsSaidLoudly() {
    String text =
        flat(
            ses().day("2026-01-01"),
            ses().dkim("example.com pass").day("2026-01-10"),
            ses().day("2026-01-12"));
    assertTrue(text.contains("1. BACK: Turn on Easy DKIM"), text);
  }

  @Test
  void withoutMessagesNothingIsCalledHealthy() {
    assertTrue(flat().contains("says nothing about your mail"));
    String none = flat(Mail.from("example.com").spf("example.com pass").messages(0));
    assertTrue(none.contains("No message is reported: that says nothing"), none);
  }

  @Test
  void ofManyDomainsTheWorstAreToldAndTheOthersCounted() {
    String text = told(many(120));
    assertEquals(50, text.lines().filter(line -> line.matches("d\\d+\\.example +\\d.*")).count());
    assertTrue(text.contains("\nand 70 more domains, 70 of them with something to do;"), text);
    assertEquals(5, TITLE.matcher(text).results().count(), text);
    assertTrue(text.contains("\n115 more domains are not shown in full:"), text);
    assertTrue(text.indexOf("d119.example  ") < text.indexOf("d118.example  "), text);
    assertTrue(text.lines().count() <= 60 + 5 * SCREEN, text);
    wide(text);
  }

  @Test
  void tenDomainsAreAllTold() {
    String text = told(many(10));
    assertEquals(10, TITLE.matcher(text).results().count(), text);
    assertFalse(text.contains("not shown in full"), text);
  }

  private static Mail[] many(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                Mail.from("d" + i + ".example")
                    .spf("amazonses.com pass")
                    .dkim("amazonses.com pass")
                    .messages(i + 1))
        .toArray(Mail[]::new);
  }

  static LongStream whateverIsReportedADomainFitsOnAScreen() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource
  void whateverIsReportedADomainFitsOnAScreen(long seed) {
    List<Observation> observations = random(seed);
    String plain = told(Style.PLAIN, observations);
    wide(plain);
    assertTrue(plain.lines().count() <= SCREEN, plain);
    assertFalse(plain.lines().anyMatch(line -> line.endsWith(" ")), plain);
    assertFalse(plain.lines().anyMatch(line -> line.matches(" +\\d+  .*…$")), plain);
    actionsTakeNoMoreLinesThan(5, plain);
    assertEquals(plain, COLOUR.matcher(told(Style.COLOURED, observations)).replaceAll(""));
  }

  /** They begin with the rank, and are indented below; five with numbers of twenty digits. */
  private static void actionsTakeNoMoreLinesThan(int most, String text) {
    int lines = 0;
    for (String line : text.lines().toList()) {
      boolean first = line.matches("\\d+(-\\d+)?(, \\d+(-\\d+)?)*(, \\.\\.\\.)?\\. .*");
      lines = first ? 1 : lines > 0 && line.startsWith("   ") ? lines + 1 : 0;
      assertTrue(lines <= most, text);
    }
  }

  @Test
  void anActionTakesThreeLinesHoweverMuchThereIsToSay() {
    String text =
        told(
            Mail.from("a-very-long-name-of-a-shop.example")
                .spf("sendgrid.net pass")
                .dkim("sendgrid.net pass")
                .messages(1000),
            ses().messages(9));
    actionsTakeNoMoreLinesThan(3, text);
    assertTrue(text.contains("\n1. "), text);
    String flat = text.replaceAll("\\s+", " ");
    assertTrue(flat.contains("Why: a service that proves its own name, not yours. Or in"), text);
  }

  @Test
  void aNameIsNeverCutWhereItFitsOnALine() {
    String name = "a-long-name-of-a-company-and-its-country.mail.example";
    Mail[] mail = many(12);
    mail[11] = Mail.from(name).underPolicyOf(name).spf("amazonses.com pass").messages(99);
    String text = told(mail);
    assertTrue(text.contains("\n" + name + "\n       "), text);
    assertTrue(text.contains("=\n(on 2026-01-10, 1 report"), text);
    assertTrue(text.contains("1. Give " + name + " a custom MAIL FROM"), text);
    assertFalse(text.contains("…"), text);
    wide(text);
  }

  @Test
  void whatIsTheMatterIsSaidInFewerWordsWhereASenderHasALongName() {
    String name = "a-tool-with-a-long-name-of.example";
    String text = told(Mail.from("example.com").spf(name + " pass").dkim(name + " pass"));
    assertTrue(text.contains("\n  1  " + name + "  unknown organization\n"), text);
  }

  @Test
  void whatCannotBeToldIsNoPartOfWhatFails() {
    String text = flat(ses().messages(9), Mail.from("example.com").words("-/-").messages(2));
    assertTrue(text.contains("9 fail: 9 believed to be yours; 2 cannot be told."), text);
  }

  @Test
  void whatIsTooLittleToJudgeByIsNamed() {
    String text = flat(Mail.from("example.com").spf("example.com pass").messages(7));
    assertTrue(
        text.contains(
            "Too little seen to judge a stricter one: 1 of 14 days, 1 of 2 reporters, 7 of 100"
                + " messages that pass."),
        text);
  }

  private static void wide(String text) {
    text.lines()
        .forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= COLUMNS, line));
  }

  /** One policy domain with little or much, under long names, of few and very many messages. */
  private static List<Observation> random(long seed) {
    Random random = new Random(seed);
    String policyDomain = pick(random, "example.com", "example.org", LONG);
    List<Observation> observations = new ArrayList<>();
    int size = 1 << random.nextInt(11);
    for (int i = 0; i < size; i++) {
      observations.add(
          Mail.from(pick(random, FROM))
              .underPolicyOf(policyDomain)
              .modes(random.nextBoolean() ? "r/r" : "s/s")
              .spf(pick(random, PROVEN) + " " + pick(random, RESULTS))
              .dkim(pick(random, PROVEN) + " " + pick(random, RESULTS))
              .reporter("reporter " + random.nextInt(9))
              .ip(
                  random.nextInt(3) == 0
                      ? "2001:db8:ffff:ffff:ffff:ffff:ffff:" + Integer.toHexString(4096 + i)
                      : "10." + random.nextInt(9) + "." + random.nextInt(200) + ".1")
              .day("2026-01-" + (10 + random.nextInt(20)))
              .messages(random.nextInt(50) == 0 ? Long.MAX_VALUE / 7 : random.nextInt(1_000_000))
              .observation());
    }
    return observations;
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }
}
