package dmarcreports.analysis.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.Told;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.sums.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose mail it is, is said once: every figure comes from the same answer, whatever is written. */
public class BelongingPropertyTest {
  private static final int WORLDS = 400;
  private static final String[] DOMAINS = {
    "example.com",
    "news.example.com",
    "amazonses.com",
    "sendgrid.net",
    "googlegroups.com",
    "payroll.example",
    "list.other.org",
    "example.onmicrosoft.com",
    "other-org.20230601.gappssmtp.com"
  };
  private static final String[] RESULTS = {
    "pass", "pass", "pass", "fail", "softfail", "none", "temperror", "permerror"
  };
  private static final String[] SIGNED = {"pass", "pass", "pass", "fail", "permerror", "temperror"};
  private static final String[] ADDRESSES = {
    "192.0.2.1", "192.0.2.2", "198.51.100.1", "203.0.113.1", "54.240.8.13", "2001:db8::1"
  };

  @Test
  void figuresExcludeEachOtherAndSumUp() {
    Set<Belonging> seen = EnumSet.noneOf(Belonging.class);
    Set<String> ready = new java.util.TreeSet<>();
    for (long seed = 0; seed < WORLDS; seed++) {
      for (DomainFindings domain : random(new Random(seed)).domains()) {
        String where = "seed " + seed + " " + domain.domain();
        Map<Belonging, Tally> said = byBelonging(domain);
        seen.addAll(said.keySet());
        ready.add(Told.word(domain.readyFor()));
        assertEquals(said.getOrDefault(Belonging.OURS, Tally.EMPTY), domain.believedOurs(), where);
        assertSums(domain, said, where);
        domain.readiness().forEach(r -> assertNothingIsHeldBack(r, where));
      }
    }
    assertEquals(EnumSet.allOf(Belonging.class), seen);
    assertEquals(Set.of("none", "quarantine", "reject", "unknown"), ready);
  }

  private static Map<Belonging, Tally> byBelonging(DomainFindings domain) {
    Map<Belonging, Tally> said = new EnumMap<>(Belonging.class);
    for (Belonging each : Belonging.values()) {
      said.put(each, Tally.EMPTY);
    }
    for (StreamFindings stream : domain.streams()) {
      said.merge(stream.diagnosis().belonging(), stream.tally(), Tally::plus);
    }
    return said;
  }

  /** The tags that govern different mail, together. */
  private static void assertSums(DomainFindings domain, Map<Belonging, Tally> said, String where) {
    long ours = 0;
    long perhaps = 0;
    long others = 0;
    for (PolicyReadiness readiness : domain.readiness()) {
      if (readiness.tag() != PolicyReadiness.Tag.NP) {
        ours += readiness.ours();
        perhaps += readiness.perhapsOurs();
        others += readiness.others();
      }
    }
    assertEquals(said.getOrDefault(Belonging.OURS, Tally.EMPTY).fail(), ours, where);
    assertEquals(said.getOrDefault(Belonging.PERHAPS_OURS, Tally.EMPTY).fail(), perhaps, where);
    assertEquals(said.getOrDefault(Belonging.NOT_OURS, Tally.EMPTY).fail(), others, where);
    assertEquals(domain.tally().fail(), ours + perhaps + others, where);
    assertEquals(
        domain.tally().messages(), said.values().stream().mapToLong(Tally::messages).sum(), where);
  }

  /** What is called ready would lose nothing of ours; what is not has a reason that is named. */
  private static void assertNothingIsHeldBack(PolicyReadiness readiness, String where) {
    switch (Told.word(readiness.readyFor())) {
      case "reject" -> {
        assertEquals(0, readiness.ours(), where);
        assertTrue(readiness.blockedBy().isEmpty(), where);
      }
      case "quarantine" -> {
        assertEquals(0, readiness.ours(), where);
        assertFalse(readiness.blockedBy().isEmpty(), where);
        assertTrue(readiness.perhapsOurs() > 0, where);
      }
      case "none" -> {
        assertFalse(readiness.blockedBy().isEmpty(), where);
        assertTrue(readiness.ours() + readiness.perhapsOurs() > 0, where);
      }
      case "unknown" -> assertFalse(readiness.shortages().isEmpty(), where);
      default -> throw new AssertionError(Told.word(readiness.readyFor()));
    }
  }

  /** Mail of any kind, from anybody. */
  public static Analysis random(Random random) {
    List<Mail> mail = new ArrayList<>();
    int much = 1 + random.nextInt(12);
    boolean proven = random.nextInt(100) < 70;
    for (int i = 0; i < much; i++) {
      mail.add(mail(random).messages(random.nextInt(6)));
    }
    for (int day = 1; proven && day < 20; day++) {
      mail.add(Mail.from("example.com").spf("example.com pass").ip("192.0.2.200"));
      mail.get(mail.size() - 1)
          .day("2026-01-%02d".formatted(day))
          .reporter("reporter-" + day % 3 + ".example")
          .messages(1L + random.nextInt(10_000));
    }
    SenderLabel.Ownership[] labels = SenderLabel.Ownership.values();
    List<SenderLabel> labelled = new ArrayList<>();
    if (random.nextInt(100) < 30) {
      labelled.add(new SenderLabel(pick(random, ADDRESSES), "", labels[random.nextInt(3)]));
      labelled.add(new SenderLabel("payroll.example", "", labels[random.nextInt(3)]));
    }
    return Mail.analyze(SenderProfiles.standard().withLabels(labelled), mail.toArray(Mail[]::new));
  }

  private static Mail mail(Random random) {
    return Mail.from(pick(random, "example.com", "example.com", "news.example.com", "-"))
        .underPolicyOf("example.com")
        .modes(pick(random, "r/r", "r/r", "s/s", "r/s"))
        .subdomains(pick(random, "-/-", "quarantine/-", "quarantine/reject"))
        .spf(random.nextInt(5) == 0 ? "" : pick(random, DOMAINS) + " " + pick(random, RESULTS))
        .dkim(signatures(random))
        .words(pick(random, "auto", "auto", "auto", "fail/fail", "pass/fail", "-/-", "fail/-"))
        .reason(pick(random, "", "", "", "forwarded", "local_policy: arc=pass", "other"))
        .ip(pick(random, ADDRESSES))
        .day("2026-01-%02d".formatted(1 + random.nextInt(28)))
        .reporter("reporter-" + random.nextInt(4) + ".example");
  }

  private static String signatures(Random random) {
    List<String> signatures = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      signatures.add(pick(random, DOMAINS) + " " + pick(random, SIGNED));
    }
    return String.join(",", signatures);
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }
}
