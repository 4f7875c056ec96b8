package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.ReadinessWorld.Flow;
import dmarcreports.analysis.ReadinessWorld.Truth;
import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * A stricter policy is called ready in worlds of which it is known whose mail is whose: then none
 * of ours would have been lost but what was called undecided; and where nothing stood in the way,
 * it is called so.
 */
class ReadinessSimulationTest {
  private static final int MUCH = 5;

  private final List<String> misses = new ArrayList<>();
  private final Share plain = new Share();
  private final Share all = new Share();
  private final Share answered = new Share();
  private int everCalled;

  /**
   * In how many worlds it is called ready, of those where no mail of ours stands in the way. There
   * are forgers that look just as a forgotten tool does: nobody can tell them apart, until the
   * owner is asked.
   */
  private static final class Share {
    private int all;
    private int ready;

    private void add(boolean isReady) {
      all++;
      ready += isReady ? 1 : 0;
    }

    private int perCent() {
      return ready * 100 / all;
    }

    @Override
    public String toString() {
      return ready + " of " + all + " are called ready";
    }
  }

  @Test
  void nothingIsLostWhereStricterPolicyIsCalledReady() {
    Worlds.each(
        seed -> {
          ReadinessWorld world = ReadinessWorld.of(seed);
          look(seed, world, world.findings(world.labels()));
        });
    assertEquals(List.of(), misses, () -> misses.size() + "\n" + String.join("\n", misses));
    assertTrue(
        plain.all > Worlds.NUMBER / 10 && everCalled > Worlds.NUMBER / 10,
        plain + ", " + everCalled);
    assertTrue(plain.perCent() >= 95, plain.toString());
    assertTrue(answered.perCent() >= 95, answered + "; before that " + all);
    assertTrue(all.perCent() >= 80, all + "; without forgers that look like tools " + plain);
  }

  /** No network is steady there, but the name is. */
  @Test
  void toolOnManyNetworksIsOneTool() {
    List<Mail> mail = passing();
    for (int i = 0; i < 60; i++) {
      mail.add(
          Mail.from("example.com")
              .spf("payroll.example pass")
              .dkim("payroll.example pass")
              .ip("198.18." + i + ".10")
              .day("2026-01-%02d".formatted(1 + i / 3))
              .messages(25));
    }
    assertEquals(
        "none", Told.word(Mail.analyze(mail.toArray(Mail[]::new)).domains().get(0).readyFor()));
  }

  /** Half of the mail is not proven, day after day: that is no hiccup. */
  @Test
  void recordThatNeverAnswersHoldsPolicyBack() {
    List<Mail> mail = passing();
    for (int day = 1; day <= 20; day++) {
      mail.add(
          Mail.from("example.com")
              .spf("example.com temperror")
              .ip("198.18.0.10")
              .day("2026-01-%02d".formatted(day))
              .messages(500));
    }
    assertEquals(
        "none", Told.word(Mail.analyze(mail.toArray(Mail[]::new)).domains().get(0).readyFor()));
  }

  /** 500 messages a day, as two reporters tell. */
  private static List<Mail> passing() {
    List<Mail> mail = new ArrayList<>();
    for (int day = 1; day <= 20; day++) {
      mail.add(
          Mail.from("example.com")
              .spf("example.com pass")
              .dkim("example.com pass")
              .day("2026-01-%02d".formatted(day))
              .reporter("reporter-" + day % 2 + ".example")
              .messages(500));
    }
    return mail;
  }

  private void look(long seed, ReadinessWorld world, DomainFindings findings) {
    long failing = 0;
    for (PolicyReadiness readiness : findings.readiness()) {
      Predicate<Flow> governed = governed(readiness.tag(), findings.readiness());
      failing += readiness.tag() == PolicyReadiness.Tag.NP ? 0 : sum(readiness);
      check(seed, world, readiness, governed);
    }
    if (failing != findings.tally().fail()) {
      misses.add("seed %d: %d failing, %d said".formatted(seed, findings.tally().fail(), failing));
    }
    if (findings.believedOurs().fail() > failing) {
      misses.add("seed %d: more is believed ours than fails".formatted(seed));
    }
    boolean ready = isReady(Told.word(findings.readyFor()));
    everCalled += ready ? 1 : 0;
    if (world.isClean() && world.isWellSeen()) {
      all.add(ready);
      answered.add(ready || isReady(Told.word(world.findings(world.answers()).readyFor())));
      if (!world.hasToolLikeForger()) {
        plain.add(ready);
      }
    } else if (ready && !world.isWellSeen()) {
      misses.add("seed %d: too little is seen".formatted(seed));
    }
  }

  private static Predicate<Flow> governed(PolicyReadiness.Tag tag, List<PolicyReadiness> all) {
    return all.size() == 1
        ? f -> true
        : tag == PolicyReadiness.Tag.P ? f -> !f.below() : Flow::below;
  }

  private void check(
      long seed, ReadinessWorld world, PolicyReadiness readiness, Predicate<Flow> governed) {
    List<Flow> flows = world.flows().stream().filter(governed).toList();
    long all = flows.stream().mapToLong(Flow::messages).sum();
    long forged = messages(flows, f -> f.truth() == Truth.FORGED);
    if (readiness.others() > forged) {
      miss(seed, readiness, "%d are others', %d forged".formatted(readiness.others(), forged));
    }
    if (!isReady(Told.word(readiness.readyFor()))) {
      return;
    }
    if (readiness.ours() > 0) {
      miss(seed, readiness, "ours would be lost");
    }
    boolean reject = Told.word(readiness.readyFor()).equals("reject");
    for (Flow flow : flows) {
      boolean said = flow.isOurs() && flow.mail().stream().anyMatch(world::isLabelled);
      boolean stands =
          said
              || switch (flow.truth()) {
                case PASSES, FORGED -> false;
                case UNANSWERED -> flow.isShare(all, MUCH) && flow.days().size() > 2;
                case NOT_SET_UP -> true;
                case PASSED_ON -> reject;
                case CLAIMING -> reject || flow.isSteady(all) && flow.isShare(all, MUCH);
                case PROVEN, SIGNING -> flow.isSteady(all);
                case SILENT -> flow.isSteady(all) && (reject || flow.isShare(all, MUCH));
              };
      if (stands) {
        miss(
            seed,
            readiness,
            "%s: %d of %d on %d days"
                .formatted(flow.name(), flow.messages(), all, flow.days().size()));
      }
    }
  }

  private void miss(long seed, PolicyReadiness readiness, String why) {
    misses.add(
        "seed %d, %s: ready for %s: %s"
            .formatted(seed, readiness.tag(), Told.word(readiness.readyFor()), why));
  }

  private static boolean isReady(String readyFor) {
    return readyFor.equals("quarantine") || readyFor.equals("reject");
  }

  private static long sum(PolicyReadiness readiness) {
    return readiness.ours() + readiness.perhapsOurs() + readiness.others();
  }

  private static long messages(List<Flow> flows, Predicate<Flow> which) {
    return flows.stream().filter(which).mapToLong(Flow::messages).sum();
  }
}
