package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Sending.Sent;
import dmarcreports.analysis.Sending.Setup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Mail is sent and reported, each change that the program names is really made, and the same mail
 * is sent again: as many more messages must pass as the bounds said.
 */
class EffectSimulationTest {
  private static final int SEEDS = 1_000;

  /** How often an action was tried, and how often its bounds were one number. */
  private static final class Tries {
    private int all;
    private int exact;
    private int effective;

    @Override
    public String toString() {
      return all + " tried, " + exact + " exact, " + effective + " with effect";
    }
  }

  @Test
  void boundsContainWhatThenHappens() {
    List<String> misses = new ArrayList<>();
    Map<String, Tries> tries = new TreeMap<>();
    for (long seed = Long.getLong("seed", 0); seed < SEEDS && (Long.getLong("seed") == null || seed == Long.getLong("seed")); seed++) {
      Traffic traffic = Traffic.of(seed, true, false);
      DomainFindings findings = findings(traffic);
      for (Action action : findings.actions()) {
        if (isMade(action)) {
          long gain = gain(traffic, after(traffic, findings, List.of(action)), s -> true);
          count(tries, action, gain);
          if (gain < action.repairedMin() || gain > action.repairedMax()) {
            misses.add(miss(seed, action, gain));
            if (Long.getLong("seed", -1) == seed) { System.out.println(misses.get(misses.size() - 1)); debug(traffic, findings, after(traffic, findings, List.of(action))); }
          }
        }
      }
    }
    assertTrue(misses.isEmpty(), () -> misses.size() + " misses\n" + String.join("\n", misses));
    System.out.println(tries);
  }

  private static void debug(Traffic t, DomainFindings f, Setup after) {
    System.out.println(new java.util.TreeSet<>(t.setup().facts()) + " " + t.labels());
    t.sent().forEach(x -> System.out.println("  " + x.sender() + " " + x.way() + " " + x.reporter() + " " + x.day() + " x" + x.messages() + " spf " + x.spf(t.setup()) + " dkim " + x.signatures(t.setup()) + " " + x.passes(t.setup()) + " > " + x.passes(after)+" "+x.isSaidToPass(t.setup())));
    f.streams().forEach(x -> System.out.println("  = " + x.sourceGroup() + " " + x.tally().fail() + " " + x.diagnosis().streamClass() + " " + x.diagnosis().recommendations()));
  }

  private static String miss(long seed, Action action, long gain) {
    return "seed %d: %s of %s: %d not in %d..%d"
        .formatted(
            seed, action.code(), action.target(), gain, action.repairedMin(), action.repairedMax());
  }

  private static void count(Map<String, Tries> tries, Action action, long gain) {
    Tries of = tries.computeIfAbsent(action.code(), c -> new Tries());
    of.all++;
    of.exact += action.repairedMin() == action.repairedMax() ? 1 : 0;
    of.effective += gain > 0 ? 1 : 0;
  }

  /** What is looked at or waited for changes nothing; a first signature has no rule. */
  private static boolean isMade(Action action) {
    return action.changes().stream()
        .noneMatch(
            c ->
                c == Recommendation.ASK_OWNER
                    || c == Recommendation.WAIT
                    || c == Recommendation.ENFORCE_POLICY
                    || c == Recommendation.PUBLISH_DKIM);
  }

  private static DomainFindings findings(Traffic traffic) {
    return Analysis.of(
            traffic.reports(),
            Mail.SUFFIXES,
            SenderProfiles.standard().withLabels(traffic.labels()))
        .domains()
        .get(0);
  }

  /** The messages that were said to fail and now pass. */
  private static long gain(Traffic traffic, Setup after, Predicate<Sent> which) {
    return traffic.sent().stream()
        .filter(which)
        .filter(s -> !s.isSaidToPass(traffic.setup()) && s.passes(after))
        .mapToLong(Sent::messages)
        .sum();
  }

  /** What is set up once the actions are carried out. */
  private static Setup after(Traffic traffic, DomainFindings findings, List<Action> actions) {
    Setup setup = traffic.setup();
    for (Action action : actions) {
      for (Recommendation change : action.changes()) {
        setup = carriedOut(setup, change, action, traffic, findings);
      }
    }
    return setup;
  }

  private static Setup carriedOut(
      Setup setup, Recommendation change, String target, Traffic traffic, DomainFindings findings) {
    return switch (change) {
      case RELAX_ASPF -> setup.with("aspf=r");
      case RELAX_ADKIM -> setup.with("adkim=r");
      case CUSTOM_MAIL_FROM -> setup.with("mail-from " + target);
      case EASY_DKIM -> setup.with("fresh-dkim " + target);
      case OWN_IDENTITY ->
          setup.with(
              action.situation().authorDomains().stream()
                  .map(author -> "identity " + author.text())
                  .toArray(String[]::new));
      case REPAIR_EASY_DKIM ->
          setup.without("key-missing ses " + target, "key-wrong ses " + target);
      case REPAIR_DKIM -> setup.without("key-missing own " + target, "key-wrong own " + target);
      case VENDOR_DKIM -> setup.with("signs " + target);
      case VENDOR_RETURN_PATH -> setup.with("return-path " + target);
      case REPAIR_SPF ->
          authorized(setup, target, traffic, findings).without("list-broken " + target);
      case AUTHORIZE_IN_SPF -> authorized(setup, target, traffic, findings);
      case PUBLISH_DKIM, ASK_OWNER, ENFORCE_POLICY, WAIT, NONE -> setup;
    };
  }

  /**
   * Nobody lists a stranger: of the addresses that the program names, those that are ours, and
   * those that the owner named before.
   */
  private static Setup authorized(
      Setup setup, String target, Traffic traffic, DomainFindings findings) {
    Set<String> ours = new HashSet<>();
    for (SourceFindings source : findings.sources()) {
      String address = source.sourceIp().orElseThrow().text();
      boolean named =
          source.diagnosis().recommendations().contains(Recommendation.AUTHORIZE_IN_SPF)
              || traffic.isLabelledOurs(address);
      if (named && traffic.ownAddresses().contains(address)) {
        ours.add("listed " + target + " " + address);
      }
    }
    return setup.with(ours.toArray(String[]::new));
  }
}
