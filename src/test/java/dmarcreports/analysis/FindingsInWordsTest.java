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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small findings as a person reads them. */
class FindingsInWordsTest {
  private static final String[] DOMAINS = {
    "example.com", "news.example.com", "amazonses.com", "sendgrid.net", "gmail.com", "other.org"
  };
  private static final String[] RESULTS = {
    "pass", "pass", "pass", "fail", "none", "neutral", "temperror", "permerror", "policy"
  };
  private static final Pattern COPIED =
      Pattern.compile(" {7,}(\\S+ (CNAME|MX|TXT) .*|(aws|dig) .*)");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private static String told(Mail... mail) {
    return told(Style.PLAIN, Arrays.stream(mail).map(Mail::observation).toList());
  }

  /** In one line, so that it does not matter where lines are broken. */
  private static String flat(Mail... mail) {
    return told(mail).replaceAll("\\s+", " ");
  }

  private static String told(Style style, List<Observation> observations) {
    Map<DomainName, PolicyDomain> domains = new TreeMap<>();
    for (Observation o : observations) {
      domains.put(o.evidence().policy().domain(), new PolicyDomain(o.evidence().policy(), 1, 1));
    }
    Analysis analysis = Analysis.of(observations, Mail.SUFFIXES, SenderProfiles.standard());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Format.DETAILS.write(
          new Findings(
              analysis, domains, List.of(), Filters.NONE, Optional.empty(), Optional.empty()),
          style,
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Mail ses() {
    return Mail.from("example.com").spf("amazonses.com pass").dkim("amazonses.com pass");
  }

  private static Mail unknown(int network) {
    return Mail.from("example.com").ip("10.0." + network + ".1").messages(network);
  }

  @Test
  void whatRepairsTheSameMessagesIsToldAsAnAlternative() {
    String text = flat(ses().messages(9), Mail.from("example.com").spf("example.com pass"));
    assertTrue(text.contains("1. Turn on Easy DKIM for example.com at Amazon SES (easy_dkim)"));
    assertTrue(text.contains("Repairs 9 of the 9 failing messages: 10.0 % -> 100.0 % pass"), text);
    assertTrue(text.contains("2. Or, instead of 1: give example.com a custom MAIL FROM"), text);
    assertTrue(text.contains("nothing more, but gives the mail a second proof"), text);
  }

  @Test
  void whatRepairsOtherMessagesIsNoAlternative() {
    String text =
        flat(
            ses().messages(9),
            ses().messages(1).spf("amazonses.com pass").underPolicyOf("example.com"),
            Mail.from("news.example.com")
                .underPolicyOf("example.com")
                .spf("amazonses.com pass")
                .dkim("amazonses.com pass")
                .messages(5));
    assertTrue(text.contains("Turn on Easy DKIM for news.example.com"), text);
    assertFalse(text.contains("instead of 1: turn on Easy DKIM"), text);
    assertTrue(text.contains("with 1 to 3 done 100.0 %"), text);
  }

  @Test
  void whatIsAskedAboutManyNetworksIsOneEntry() {
    Mail[] mail = new Mail[8];
    Arrays.setAll(mail, i -> i < 7 ? unknown(i + 1) : unknown(1).proof());
    String text = flat(mail);
    assertEquals(2, text.split("\\(ask_owner\\)", -1).length, text);
    assertTrue(text.contains("tells what is to do about 28 failing messages"), text);
    assertTrue(text.contains("- 1. 10.0.7.0/24: 7 failing messages from 1 address"), text);
    assertTrue(text.contains("and 2 more; actions.csv lists them all"), text);
    assertFalse(text.contains(" 10.0.2.0/24: 2 failing"), text);
  }

  @Test
  void whatIsRepairedOrSilentIsALineBehindWhatIsOpen() {
    Mail fine = ses().dkim("amazonses.com pass, example.com pass");
    String repaired =
        flat(
            ses().day("2026-01-01").messages(3),
            fine.day("2026-01-12"),
            unknown(1).day("2026-01-12"));
    assertTrue(
        repaired.contains(
            "Repaired since 2026-01-12: turn on Easy DKIM for example.com at Amazon SES"
                + " (easy_dkim), number 1. 3 messages failed before."),
        repaired);
    assertTrue(repaired.indexOf("(ask_owner)") < repaired.indexOf("(easy_dkim)"), repaired);
    String silent = flat(ses().day("2026-01-01"), unknown(1).day("2026-01-20"));
    assertTrue(silent.contains("Silent since 2026-01-02: turn on Easy DKIM"), silent);
    assertFalse(silent.contains("1. Turn on Easy DKIM"), silent);
  }

  @Test
  void whatIsBackIsSaidLoudly() {
    String text =
        flat(
            ses().day("2026-01-01"),
            ses().dkim("example.com pass").day("2026-01-10"),
            ses().day("2026-01-12"));
    assertTrue(text.contains("BACK: repaired once, and failing again since 2026-01-12."), text);
  }

  @Test
  void whereNothingFailsLittleIsSaid() {
    String text = flat(Mail.from("example.com").spf("example.com pass").dkim("example.com pass"));
    assertTrue(text.contains("1 of 1 message passes DMARC (100.0 %), 0 fail."), text);
    assertTrue(text.contains("Nothing fails, so nothing has to be done;"), text);
    assertFalse(text.contains("What to do"), text);
    assertFalse(text.contains("Failing"), text);
  }

  @Test
  void withoutMessagesNothingIsCalledHealthy() {
    assertTrue(flat().contains("says nothing about your mail"));
    String none = flat(Mail.from("example.com").spf("example.com pass").messages(0));
    assertTrue(none.contains("No message is reported: that says nothing"), none);
    assertFalse(none.contains("Nothing fails"), none);
  }

  @Test
  void onePassingLegIsNoFailure() {
    String text = flat(Mail.from("example.com").spf("example.com pass").messages(4));
    assertTrue(text.contains("Passes, but could be stronger - 192.0.2.0/24, 4 messages: by SPF"));
    assertFalse(text.contains("Failing sources"), text);
  }

  @Test
  void whatTheNextPolicyLosesIsNamedWithItsSourceAndTheReason() {
    String text = flat(ses().messages(7).treated("reject/reject"));
    assertTrue(text.contains("p=reject is published, which puts mail that is believed to be"));
    assertTrue(text.contains("would have lost 7 failing messages believed to be yours"), text);
    assertTrue(text.contains("- Amazon SES, 7 messages: Amazon SES sends only for"), text);
  }

  @Test
  void theWorstOfSeveralDomainsComesFirst() {
    String text =
        flat(
            Mail.from("example.net").messages(9),
            ses(),
            Mail.from("example.info").spf("example.info pass"));
    assertTrue(
        text.startsWith(
            "3 domains, seen on 2026-01-10: 1 of 11 messages pass DMARC (9.1 %), 10 fail: 1"
                + " believed to be yours"),
        text);
    int worst = text.indexOf("example.com =====");
    int next = text.indexOf("example.net =====");
    assertTrue(worst > 0 && worst < next && next < text.indexOf("example.info ====="), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[31mred", "a\nb", "\u202etxt.exe", "\u0007bell", "\u009b31m"})
  void whatReportersCallThemselvesDoesNothing(String name) {
    Mail lie = Mail.from("example.com").spf("example.com pass").words("fail/fail").reporter(name);
    String text = told(lie);
    assertTrue(text.contains("Reporters that cannot be relied on"), text);
    assertTrue(text.contains("\\u{"), text);
    assertTrue(
        text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), () -> "active: " + text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsReportedStaysWithinEightyColumnsWithAndWithoutColour(long seed) {
    List<Observation> observations = random(seed);
    String plain = told(Style.PLAIN, observations);
    plain
        .lines()
        .filter(line -> !COPIED.matcher(line).matches())
        .forEach(line -> assertTrue(line.length() <= 80, line));
    assertFalse(plain.lines().anyMatch(line -> line.endsWith(" ")));
    String coloured = told(Style.COLOURED, observations);
    assertTrue(coloured.contains("\u001b["));
    assertEquals(plain, COLOUR.matcher(coloured).replaceAll(""));
  }

  private static List<Observation> random(long seed) {
    Random random = new Random(seed);
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      observations.add(
          Mail.from(pick(random, DOMAINS))
              .underPolicyOf(random.nextBoolean() ? "example.com" : "example.org")
              .modes(random.nextBoolean() ? "r/r" : "s/s")
              .spf(pick(random, DOMAINS) + " " + pick(random, RESULTS))
              .dkim(pick(random, DOMAINS) + " " + pick(random, RESULTS))
              .reporter("reporter " + random.nextInt(9))
              .ip(
                  random.nextInt(3) == 0
                      ? "2001:db8:ffff:ffff:ffff:ffff:ffff:" + Integer.toHexString(4096 + i)
                      : "10." + random.nextInt(9) + "." + random.nextInt(200) + ".1")
              .day("2026-01-" + (10 + random.nextInt(20)))
              .messages(random.nextInt(1_000_000))
              .observation());
    }
    return observations;
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }
}
