package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Sending.Setup;
import dmarcreports.analysis.Sent.Reporter;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Mail is sent and reported, each change that the program names is really made, and the same mail
 * is sent again: as many more messages must pass as the bounds said.
 */
class EffectSimulationTest {
  private static final double TOLERANCE = 1e-9;
  private static final Pattern KEY = Pattern.compile("_domainkey\\.(.+?)\\.? ");

  /** Changes whose effect the evidence decides. */
  private static final List<String> EXACT =
      List.of(
          "relax_aspf",
          "relax_adkim",
          "custom_mail_from",
          "custom_mail_from+relax_aspf",
          "easy_dkim",
          "own_identity",
          "own_identity+easy_dkim");

  /** Changes whose effect hangs on what reports do not tell. */
  private static final List<String> OPEN =
      List.of(
          "vendor_dkim",
          "vendor_return_path",
          "repair_easy_dkim",
          "repair_dkim",
          "authorize_in_spf",
          "repair_spf");

  /** Changes that reach mail of several senders. */
  private static final List<String> MET =
      List.of(
          "own_identity",
          "own_identity+easy_dkim",
          "repair_dkim+own_identity",
          "repair_easy_dkim+own_identity",
          "repair_dkim",
          "vendor_return_path");

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

  private static final Set<Recommendation> SIGNING =
      EnumSet.of(
          Recommendation.RELAX_ADKIM,
          Recommendation.OWN_IDENTITY,
          Recommendation.REPAIR_DKIM,
          Recommendation.REPAIR_EASY_DKIM);
  private static final Set<Recommendation> AT_SERVICES =
      EnumSet.of(
          Recommendation.CUSTOM_MAIL_FROM,
          Recommendation.EASY_DKIM,
          Recommendation.VENDOR_DKIM,
          Recommendation.VENDOR_RETURN_PATH);

  private final Map<String, Tries> tries = new TreeMap<>();
  private final List<String> misses = new ArrayList<>();

  @Test
  void boundsContainWhatThenHappens() {
    simulate(true, false);
    assertEquals(List.of(), misses, () -> String.join("\n", misses));
    for (String code : EXACT) {
      Tries of = tries.getOrDefault(code, new Tries());
      assertTrue(of.all > 10 && of.effective * 2 > of.all && of.exact * 2 > of.all, code + of);
    }
    for (String code : OPEN) {
      Tries of = tries.getOrDefault(code, new Tries());
      assertTrue(of.all > 10 && of.effective > 0, code + ": " + of);
    }
  }

  /** Where a subdomain is no identity of its own, what is set up for the parent holds for it. */
  @Test
  void identityOfTheParentServesItsSubdomains() {
    simulate(true, true);
    assertEquals(List.of(), misses, () -> String.join("\n", misses));
  }

  /** Half-shown and false evidence may widen the bounds, and never makes them false. */
  @Test
  void boundsHoldWhereReportersShowHalfAndLie() {
    simulate(false, false);
    assertEquals(List.of(), misses, () -> String.join("\n", misses));
  }

  /** Where one thing meets another, and reporters forget. */
  @Test
  void boundsHoldWhereOneThingMeetsAnother() {
    simulate(WideTraffic::of);
    assertEquals(List.of(), misses, () -> misses.size() + "\n" + String.join("\n", misses));
    for (String code : MET) {
      Tries of = tries.getOrDefault(code, new Tries());
      assertTrue(of != null && of.all >= 10 && of.effective > 0, code + ": " + of);
    }
  }

  private void simulate(boolean honest, boolean inheriting) {
    simulate(seed -> Traffic.of(seed, honest, inheriting));
  }

  private void simulate(LongFunction<Traffic> worlds) {
    Worlds.each(seed -> simulate(seed, worlds.apply(seed)));
  }

  private void simulate(long seed, Traffic traffic) {
    DomainFindings findings = findings(traffic);
    List<Action> done = new ArrayList<>();
    boolean together = traffic.sent().stream().allMatch(s -> s.reporter() == Reporter.FULL);
    for (Action action : findings.actions()) {
      done.add(action);
      together &= !action.changes().contains(Recommendation.PUBLISH_DKIM);
      if (isMade(action)) {
        Setup after = after(traffic, findings, List.of(action));
        long gain = gain(traffic, after);
        count(action, gain);
        boolean hit =
            action.repairedMin() <= gain
                && gain - unseen(traffic, after, action) <= action.repairedMax();
        if (!hit) {
          misses.add(miss(seed, action, gain));
        }
      }
      if (together) {
        together(seed, traffic, findings, done);
      }
    }
  }

  /** Sets, not sums: all that is done so far. */
  private void together(long seed, Traffic traffic, DomainFindings findings, List<Action> done) {
    Action last = done.get(done.size() - 1);
    long all = traffic.sent().stream().mapToLong(Sent::messages).sum();
    long before =
        traffic.sent().stream()
            .filter(s -> s.isSaidToPass(traffic.setup()))
            .mapToLong(Sent::messages)
            .sum();
    double rate = (before + gain(traffic, after(traffic, findings, done))) / (double) all;
    if (rate < last.cumulativeMin().orElseThrow() - TOLERANCE
        || rate > last.cumulativeMax().orElseThrow() + TOLERANCE) {
      misses.add(
          "seed %d: all up to %s of %s: %f not in %f..%f"
              .formatted(
                  seed,
                  last.code(),
                  last.target().text(),
                  rate,
                  last.cumulativeMin().orElseThrow(),
                  last.cumulativeMax().orElseThrow()));
    }
  }

  private static String miss(long seed, Action action, long gain) {
    return "seed %d: %s of %s: %d not in %d..%d"
        .formatted(
            seed,
            action.code(),
            action.target().text(),
            gain,
            action.repairedMin(),
            action.repairedMax());
  }

  private void count(Action action, long gain) {
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

  /** The messages that failed, as was said, and now pass. */
  private static long gain(Traffic traffic, Setup after) {
    return gain(traffic, after, s -> true);
  }

  /** Those of them of which the report shows too little for anybody to foresee it. */
  private static long unseen(Traffic traffic, Setup after, Action action) {
    return gain(traffic, after, s -> isUnseen(s, traffic.setup(), action));
  }

  /** What is set up at a service is foreseen wherever the report shows the service. */
  private static boolean isUnseen(Sent sent, Setup setup, Action action) {
    List<Sending.Check> signatures = sent.signatures(setup);
    return switch (sent.reporter()) {
      case FULL, SAYS_FAIL, SAYS_PASS -> false;
      case FIRST_SIGNATURE -> signatures.size() > 1;
      case NO_SIGNATURES -> !isSetUpAtService(action) || !isService(sent.spf(setup));
      case NO_SPF ->
          action.changes().stream().noneMatch(AT_SERVICES::contains)
                  && action.changes().stream().noneMatch(SIGNING::contains)
              || action.changes().contains(Recommendation.RELAX_ASPF)
                  && !(sent.sender() instanceof Sending.Ses)
              || signatures.stream().noneMatch(s -> isService(s) || isOwn(s));
    };
  }

  private static boolean isSetUpAtService(Action action) {
    return action.changes().stream().anyMatch(AT_SERVICES::contains);
  }

  private static boolean isService(Sending.Check check) {
    boolean known = check.domain().matches(".*(amazonses.com|sendgrid.net|onmicrosoft.com)");
    return known && check.result().equals("pass");
  }

  private static boolean isOwn(Sending.Check check) {
    return check.domain().endsWith(Sending.DOMAIN);
  }

  private static long gain(Traffic traffic, Setup after, Predicate<Sent> which) {
    return traffic.sent().stream()
        .filter(which)
        .filter(s -> !s.isSaidToPass(traffic.setup()) && !s.passes(traffic.setup()))
        .filter(s -> s.passes(after))
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
      Setup setup, Recommendation change, Action action, Traffic traffic, DomainFindings findings) {
    String target = action.target().text();
    return switch (change) {
      case RELAX_ASPF -> setup.with("aspf=r");
      case RELAX_ADKIM -> setup.with("adkim=r");
      case CUSTOM_MAIL_FROM ->
          setup.with("mail-from " + target, "mail-from " + target + " in " + WideSending.REGION);
      case EASY_DKIM -> setup.with("fresh-dkim " + target);
      case OWN_IDENTITY -> setup.with(identities(action));
      case REPAIR_EASY_DKIM -> setup.without(keys("ses", action));
      case REPAIR_DKIM -> setup.without(keys(isService(target) ? target : "own", action));
      case VENDOR_DKIM -> setup.with("signs " + target).without(brokenKeys(target, setup));
      case VENDOR_RETURN_PATH -> setup.with("return-path " + target);
      case REPAIR_SPF ->
          authorized(setup, target, traffic, findings).without("list-broken " + target);
      case AUTHORIZE_IN_SPF -> authorized(setup, target, traffic, findings);
      case PUBLISH_DKIM, ASK_OWNER, PARK_DOMAIN, ENFORCE_POLICY, WAIT, NONE -> setup;
    };
  }

  private static boolean isService(String target) {
    return !target.endsWith(Sending.DOMAIN);
  }

  private static String[] brokenKeys(String who, Setup setup) {
    return setup.facts().stream()
        .filter(f -> f.startsWith("key-missing " + who) || f.startsWith("key-wrong " + who))
        .toArray(String[]::new);
  }

  /** The keys that the remedy says to publish again; one for a new identity is a new one. */
  private static String[] keys(String who, Action action) {
    List<String> keys = new ArrayList<>();
    for (String record : SpokenRemedy.of(action.remedy()).dnsRecords()) {
      Matcher matcher = KEY.matcher(record);
      if (matcher.find() && !isNewKey(matcher.group(1), action)) {
        keys.add("key-missing " + who + " " + matcher.group(1));
        keys.add("key-wrong " + who + " " + matcher.group(1));
      }
    }
    return keys.toArray(String[]::new);
  }

  private static boolean isNewKey(String domain, Action action) {
    return action.changes().contains(Recommendation.OWN_IDENTITY)
        && !domain.equals(action.target().text());
  }

  /** Where the steps say so, and for the names that they say. */
  private static String[] identities(Action action) {
    List<String> identities = new ArrayList<>();
    String steps = String.join("\n", SpokenRemedy.of(action.remedy()).steps());
    for (var author : action.situation().authorDomains()) {
      if (steps.contains("itself as an identity")) {
        identities.add("identity ses " + author.text());
      }
      if (steps.contains("Have the server sign with d=")) {
        identities.add("identity own " + author.text());
      }
    }
    return identities.toArray(String[]::new);
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
