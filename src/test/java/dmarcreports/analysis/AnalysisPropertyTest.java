package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.Failure;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.Observation;
import dmarcreports.report.PolicyEvaluated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of whatever reporters write. */
public class AnalysisPropertyTest {
  private static final int OBSERVATIONS = 4_000;
  private static final String[] DOMAINS = {
    "example.com",
    "news.example.com",
    "amazonses.com",
    "sendgrid.net",
    "gmail.com",
    "googlegroups.com",
    "other.org",
    "list.other.org",
    "a.myshopify.com"
  };
  private static final String[] RESULTS = {
    "pass", "pass", "pass", "fail", "none", "neutral", "temperror", "permerror", "policy", "unknown"
  };
  private static final String[] WORDS = {"pass/pass", "fail/fail", "fail/pass", "-/-", "-/fail"};
  private static final String[] REASONS = {
    "", "", "", "forwarded", "mailing_list", "local_policy: arc=pass", "other"
  };
  private static final String[] DISPOSITIONS = {
    "none/none", "reject/reject", "reject/none", "quarantine/quarantine", "none/-", "reject/pass"
  };

  @Test
  void everyStreamHasClassAdviceAndWords() {
    Set<StreamClass> seen = EnumSet.noneOf(StreamClass.class);
    for (DomainFindings domain : analyze(random(1)).domains()) {
      for (StreamFindings stream : domain.streams()) {
        Diagnosis diagnosis = stream.diagnosis();
        seen.add(diagnosis.streamClass());
        assertNotNull(diagnosis.confidence());
        assertFalse(diagnosis.recommendations().isEmpty());
        assertEquals(
            diagnosis.recommendations().stream().distinct().toList(), diagnosis.recommendations());
        String explanation = English.of(diagnosis.explanation());
        assertTrue(explanation.endsWith("."), explanation);
        assertFalse(explanation.contains("  "), explanation);
        long min = diagnosis.repairedMin();
        long max = diagnosis.repairedMax();
        assertTrue(0 <= min && min <= max && max <= stream.tally().fail());
        assertTrue(stream.tally().fail() == 0 || diagnosis.failure() != Failure.NONE);
        assertTrue(stream.tally().pass() == 0 || diagnosis.failure() == Failure.NONE);
      }
    }
    // A group without forwarders is rare at random; the tables have it.
    seen.add(StreamClass.OWN_DKIM);
    assertEquals(EnumSet.allOf(StreamClass.class), seen);
  }

  @Test
  void messagesAreConserved() {
    List<Observation> observations = random(2);
    long messages = observations.stream().mapToLong(Observation::messages).sum();
    Analysis analysis = analyze(observations);
    assertEquals(messages, analysis.domains().stream().mapToLong(d -> d.tally().messages()).sum());
    for (DomainFindings domain : analysis.domains()) {
      assertEquals(
          domain.tally(), sum(domain.streams().stream().map(StreamFindings::tally).toList()));
      assertEquals(
          domain.tally(), sum(domain.sources().stream().map(SourceFindings::tally).toList()));
      assertEquals(domain.tally(), sum(domain.days().stream().map(DayTally::tally).toList()));
      for (SourceFindings source : domain.sources()) {
        assertEquals(
            source.tally(), sum(source.streams().stream().map(StreamFindings::tally).toList()));
      }
    }
  }

  @Test
  void orderIsIrrelevant() {
    List<Observation> observations = random(3);
    Analysis expected = analyze(observations);
    for (int seed = 0; seed < 3; seed++) {
      List<Observation> shuffled = new ArrayList<>(observations);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(expected, analyze(shuffled));
    }
  }

  @Test
  void splittingIsIrrelevant() {
    List<Observation> observations = random(4);
    List<Observation> split = new ArrayList<>();
    for (Observation o : observations) {
      long part = o.messages() / 3;
      split.add(new Observation(o.evidence(), o.sourceIp(), o.day(), o.reporter(), part));
      split.add(
          new Observation(o.evidence(), o.sourceIp(), o.day(), o.reporter(), o.messages() - part));
    }
    assertEquals(analyze(observations).domains(), analyze(split).domains());
  }

  @Test
  void whatAlignsStrictlyAlignsRelaxed() {
    Random random = new Random(5);
    for (int i = 0; i < OBSERVATIONS; i++) {
      String author = pick(random, DOMAINS);
      String spf = results(random);
      String dkim = results(random);
      Mail mail = Mail.from(author).spf(spf).dkim(dkim).words("-/-");
      Facts strict = Facts.of(mail.modes("s/s").evidence(), Mail.ORGANIZATIONS);
      Facts relaxed = Facts.of(mail.modes("r/r").evidence(), Mail.ORGANIZATIONS);
      assertTrue(strict.verdict() != Verdict.PASS || relaxed.verdict() == Verdict.PASS);
      assertTrue(!strict.spf().provesPass() || relaxed.spf().provesPass());
    }
  }

  @Test
  void receiversWordIsTheVerdict() {
    for (Observation o : random(6)) {
      Facts facts = Facts.of(o.evidence(), Mail.ORGANIZATIONS);
      o.evidence()
          .policyEvaluated()
          .spf()
          .ifPresent(
              w ->
                  assertEquals(
                      Optional.of(w == PolicyEvaluated.Verdict.PASS), facts.spf().passes()));
    }
  }

  public static List<Observation> random(long seed) {
    Random random = new Random(seed);
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < OBSERVATIONS; i++) {
      String words = random.nextInt(3) == 0 ? "auto" : pick(random, WORDS);
      Mail mail =
          Mail.from(random.nextInt(20) == 0 ? "-" : pick(random, DOMAINS))
              .underPolicyOf(random.nextBoolean() ? "example.com" : "example.org")
              .modes(random.nextBoolean() ? "r/r" : "s/s")
              .spf(results(random))
              .dkim(results(random))
              .words(words)
              .reporter("reporter of " + words)
              .reason(pick(random, REASONS))
              .treated(pick(random, DISPOSITIONS))
              .ip(
                  random.nextInt(30) == 0
                      ? "nowhere"
                      : "10.0." + random.nextInt(250) + "." + random.nextInt(4))
              .day("2026-01-0" + (1 + random.nextInt(9)))
              .messages(random.nextInt(1_000));
      observations.add(mail.observation());
    }
    return observations;
  }

  private static String results(Random random) {
    StringBuilder results = new StringBuilder();
    for (int n = random.nextInt(3); n > 0; n--) {
      results.append(results.isEmpty() ? "" : ",");
      results.append(pick(random, DOMAINS)).append(' ').append(pick(random, RESULTS));
    }
    return results.toString();
  }

  private static Analysis analyze(List<Observation> observations) {
    return Analysis.of(observations, Mail.SUFFIXES, SenderProfiles.standard());
  }

  private static Tally sum(List<Tally> tallies) {
    return tallies.stream().reduce(Tally.EMPTY, Tally::plus);
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }
}
