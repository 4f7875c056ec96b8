package dmarcreports.output.text;

import static dmarcreports.output.Nights.action;
import static dmarcreports.output.Nights.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.output.Nights;
import dmarcreports.report.DomainName;
import dmarcreports.stored.Announcement;
import dmarcreports.stored.Arrivals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is printed on which night. */
class DigestTest {
  private static final Action EASY =
      action(Recommendation.EASY_DKIM, "example.com", 614, ActionState.OPEN);
  private static final StreamFindings SES =
      stream("amazon-ses", "Amazon SES", 614, StreamClass.SES_UNALIGNED, Recommendation.EASY_DKIM);

  private static Set<Announcement> told(Nights night) {
    return night.first().told();
  }

  private static String text(Digest digest) {
    digest.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    return String.join("\n", digest.lines()) + "\n";
  }

  @Test
  void aQuietNightIsOneLine() {
    Nights night = new Nights().domain("example.com", List.of(EASY), SES);
    Digest digest = night.after(told(night));
    assertEquals(
        "2026-11-23: 12 reports, 4,310 messages, 98.7 % pass; nothing new; 1 action open\n",
        text(digest));
    assertFalse(digest.needsAttention());
    assertEquals(told(night), digest.told());
    assertEquals(
        "2026-11-23: no new reports; nothing new; 1 action open\n",
        text(night.arrivals(Nights.NOTHING).after(told(night))));
  }

  @Test
  void theFirstNightIsAShortSummary() {
    List<Action> actions = new ArrayList<>();
    for (long i = 1; i <= 30; i++) {
      actions.add(action(Recommendation.ASK_OWNER, "192.0.2." + i, i, ActionState.OPEN));
    }
    Digest digest =
        new Nights()
            .domain("example.com", List.of(EASY), SES)
            .domain("example.net", actions)
            .first();
    assertEquals(
        """
        2026-11-23: 12 reports, 4,310 messages, 98.7 % pass; first digest; 31 actions
          open
        to do       example.com: turn on Easy DKIM (example.com), repairs 614 messages
        to do       example.net: find out who sends this (192.0.2.30), repairs 30
                    messages
        to do       example.net: find out who sends this (192.0.2.29), repairs 29
                    messages
        domain      example.com: 1,614 messages, 614 fail; 1 action open
        domain      example.net: 1,000 messages, 0 fail; 30 actions open
        arrived     3 duplicates
        more: out/findings.txt
        """,
        text(digest));
    assertTrue(digest.needsAttention());
  }

  @Test
  void whatNeedsAttentionComesFirst() {
    LocalDate before = LocalDate.parse("2026-10-01");
    Set<Announcement> told =
        told(
            new Nights()
                .domain(
                    "example.com",
                    List.of(
                        EASY,
                        action(Recommendation.RELAX_ASPF, "example.com", 9, ActionState.REPAIRED),
                        action(Recommendation.REPAIR_SPF, "example.com", 8, ActionState.OPEN))));
    Digest digest =
        new Nights()
            .domain(
                "example.com",
                List.of(
                    action(
                        Recommendation.EASY_DKIM,
                        "example.com",
                        614,
                        ActionState.REPAIRED,
                        LocalDate.parse("2026-11-15")),
                    action(Recommendation.RELAX_ASPF, "example.com", 12, ActionState.BACK),
                    action(Recommendation.REPAIR_SPF, "example.com", 8, ActionState.SILENT, before),
                    action(Recommendation.VENDOR_DKIM, "SendGrid", 40, ActionState.OPEN),
                    action(Recommendation.ENFORCE_POLICY, "example.com", 7, ActionState.OPEN)),
                stream(
                    "sendgrid",
                    "SendGrid",
                    40,
                    StreamClass.VENDOR_UNALIGNED,
                    Recommendation.VENDOR_DKIM),
                stream(
                    "198.51.100.0/24",
                    "",
                    7,
                    StreamClass.SPOOF_SUSPECT,
                    Recommendation.ENFORCE_POLICY))
            .domain("example.org", List.of(EASY), SES)
            .reporter("mx.example.net", 9, LocalDate.parse("2026-11-18"))
            .arrivals(
                new Arrivals(12, 3, 1, new TreeMap<>(Map.of("truncated", 2L, "too_large", 1L))))
            .after(told);
    assertEquals(
        """
        2026-11-23: 12 reports, 4,310 messages, 98.7 % pass; 9 changes; 3 actions open
        BACK        example.com: publish aspf=r (example.com): failing again since
                    2026-11-23, 12 failing messages
        to do       example.com: have the service sign with your domain (SendGrid),
                    repairs 40 messages
        new source  example.com: SendGrid (sendgrid), 40 failing messages: a service
                    that proves its own name, not yours
        new domain  example.org: 1,614 messages, 614 fail; 1 action open
        repaired    example.com: turn on Easy DKIM (example.com): done, no more failures
                    since 2026-11-15; 614 messages had failed
        silent      example.com: mend the SPF record (example.com): nothing came from
                    there since 2026-10-01, so it is not known whether it is done
        quiet       mx.example.net: no report since 2026-11-18; it came every day
        new source  example.com: 198.51.100.0/24, 7 failing messages: perhaps forged:
                    nothing in it proves you
        advice      example.com: publish a stricter policy (example.com), repairs 7
                    messages
        discarded   3 (1 too_large, 2 truncated)
        arrived     1 conflict, 3 duplicates
        more: out/findings.txt
        """,
        text(digest));
  }

  @Test
  void aGroupIsNewAndNotItsClassOrItsNumbers() {
    Set<Announcement> told = told(new Nights().domain("example.com", List.of(), SES));
    StreamFindings more =
        stream("amazon-ses", "Amazon SES", 900, StreamClass.STRICT_MODE, Recommendation.RELAX_ASPF);
    assertEquals(1, new Nights().domain("example.com", List.of(), more).after(told).lines().size());
    StreamFindings passing =
        stream("192.0.2.0/24", "", 0, StreamClass.OK_DKIM_ONLY, Recommendation.NONE);
    assertEquals(
        1, new Nights().domain("example.com", List.of(), SES, passing).after(told).lines().size());
    StreamFindings other =
        stream("192.0.2.0/24", "", 1, StreamClass.UNKNOWN, Recommendation.ASK_OWNER);
    assertEquals(
        "new source  example.com: 192.0.2.0/24, 1 failing message: the reports cannot",
        new Nights().domain("example.com", List.of(), SES, other).after(told).lines().get(1));
  }

  @Test
  void aSilenceIsToldOnceAndAgainWhenTheReporterHadReturned() {
    LocalDate last = Nights.TODAY.minusDays(5);
    Nights quiet = new Nights().domain("example.com", List.of()).reporter("mx", 9, last);
    Nights there = new Nights().domain("example.com", List.of()).reporter("mx", 9, Nights.TODAY);
    Nights later =
        new Nights().domain("example.com", List.of()).reporter("mx", 9, last.plusDays(1));
    Set<Announcement> known = told(there);
    Digest first = quiet.after(known);
    assertTrue(text(first).contains("\nquiet       mx: no report since 2026-11-18"), text(first));
    assertEquals(1, quiet.after(first.told()).lines().size());
    assertEquals(known, there.after(first.told()).told());
    assertTrue(
        text(later.after(first.told())).contains("\nquiet       mx: no report since 2026-11-19"));
  }

  @Test
  void domainsThatAreNotLookedAtKeepWhatWasTold() {
    Set<Announcement> told =
        told(
            new Nights()
                .domain("example.com", List.of(EASY), SES)
                .domain("example.net", List.of()));
    Nights one = new Nights().domain("example.net", List.of());
    assertEquals(told, one.after(told).told());
    DomainName other = new DomainName("example.com");
    Set<Announcement> without = new HashSet<>(told);
    without.removeIf(a -> a.domain().filter(other::equals).isPresent());
    assertEquals(without, one.after(without).told());
  }

  @Test
  void aFloodIsCutAtTwentyLinesAndCounted() {
    Set<Announcement> told = told(new Nights().domain("example.com", List.of()));
    List<StreamFindings> streams = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      streams.add(
          stream(
              "198.51." + i + ".0/24",
              "",
              i,
              StreamClass.SPOOF_SUSPECT,
              Recommendation.ENFORCE_POLICY));
    }
    Digest digest =
        new Nights()
            .domain("example.com", List.of(), streams.toArray(StreamFindings[]::new))
            .arrivals(new Arrivals(1, 0, 0, new TreeMap<>(Map.of("doctype", 1L))))
            .after(told);
    List<String> lines = digest.lines();
    assertEquals(19, lines.size(), text(digest));
    assertTrue(lines.get(1).contains("198.51.100.0/24, 100 failing"), lines.get(1));
    assertEquals("discarded   1 (1 doctype)", lines.get(17));
    assertEquals("and 92 more; see out/findings.txt", lines.get(18));
    assertEquals(101, digest.told().size());
  }

  @Test
  void textOfStrangersDoesNothingAndFits() {
    Set<Announcement> told = told(new Nights().domain("example.com", List.of()));
    String hostile = "\u001b[31m\u202e" + "x".repeat(5000) + "\nroot";
    Digest digest =
        new Nights()
            .domain(
                "a".repeat(60) + "." + "b".repeat(60) + ".example",
                List.of(),
                stream(hostile, hostile, 1, StreamClass.UNKNOWN, Recommendation.ASK_OWNER))
            .domain(
                "example.com",
                List.of(action(Recommendation.ASK_OWNER, hostile, 1, ActionState.OPEN)),
                stream(hostile, hostile, 1, StreamClass.UNKNOWN, Recommendation.ASK_OWNER))
            .reporter(hostile, 9, Nights.TODAY.minusDays(9))
            .after(told);
    assertTrue(text(digest).contains("\\u{1b}[31m\\u{202e}xxx"), text(digest));
    assertTrue(text(digest).chars().noneMatch(c -> c == 0x1b || c == 0x202e));
    assertEquals(digest.told(), new HashSet<>(digest.told()));
  }

  @Test
  void whatIsLostIsToldOnAQuietNightToo() {
    Nights night = new Nights().domain("example.com", List.of());
    Set<Announcement> told = told(night);
    night.arrivals(new Arrivals(0, 4, 0, new TreeMap<>(Map.of("truncated", 1L))));
    assertEquals(
        """
        2026-11-23: no new reports; nothing new; 0 actions open
        discarded   1 (1 truncated)
        more: out/findings.txt
        """,
        text(night.after(told)));
  }
}
