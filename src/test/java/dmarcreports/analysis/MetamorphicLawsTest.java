package dmarcreports.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.DomainName;
import dmarcreports.report.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the answer changes when the reports do: not at all, or exactly so. */
class MetamorphicLawsTest {
  private static final long SEEDS = 60;
  private static final Observation CLEAN =
      Mail.from("clean.example").spf("clean.example pass").dkim("clean.example pass").observation();

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  private static Traffic traffic(long seed) {
    return Traffic.of(seed, false, true);
  }

  private static Analysis analyze(Traffic traffic, List<Observation> observations) {
    return Analysis.of(
        observations, Mail.SUFFIXES, SenderProfiles.standard().withLabels(traffic.labels()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void orderIsIrrelevant(long seed) {
    Traffic traffic = traffic(seed);
    List<Observation> shuffled = new ArrayList<>(traffic.reports());
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(analyze(traffic, traffic.reports()), analyze(traffic, shuffled));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void splittingCountsIsIrrelevant(long seed) {
    Traffic traffic = traffic(seed);
    List<Observation> split = new ArrayList<>();
    for (Observation whole : traffic.reports()) {
      split.add(counting(whole, whole.messages() / 3));
      split.add(counting(whole, whole.messages() - whole.messages() / 3));
    }
    assertEquals(text(analyze(traffic, traffic.reports()), 1), text(analyze(traffic, split), 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doublingAllCountsDoublesCountsAndNothingElse(long seed) {
    Traffic traffic = traffic(seed);
    List<Observation> doubled =
        traffic.reports().stream().map(o -> counting(o, 2 * o.messages())).toList();
    assertEquals(text(analyze(traffic, traffic.reports()), 2), text(analyze(traffic, doubled), 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void otherDomainsAnswerIsAddedAndNothingElse(long seed) {
    Traffic traffic = traffic(seed);
    List<Observation> more = new ArrayList<>(traffic.reports());
    more.add(CLEAN);
    DomainFindings before = analyze(traffic, traffic.reports()).domains().get(0);
    List<DomainFindings> after = analyze(traffic, more).domains();
    assertEquals(2, after.size());
    assertEquals("clean.example", after.get(0).domain().text());
    assertEquals("unknown", Told.word(after.get(0).readyFor()));
    assertEquals(List.of(), after.get(0).actions());
    assertEquals(before, after.get(1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void renamingDomainsOneToOneRenamesThemAndNothingElse(long seed) {
    Traffic traffic = traffic(seed);
    List<Observation> renamed =
        traffic.sent().stream()
            .map(s -> s.report(traffic.setup(), "elsewhere.org").observation())
            .toList();
    String answer = text(analyze(traffic, traffic.reports()), 1);
    assertEquals(
        answer.replace("example.com", "elsewhere.org"), text(analyze(traffic, renamed), 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void laterDaysMoveTheDaysAndNothingElse(long seed) {
    Traffic traffic = traffic(seed);
    List<Observation> later =
        traffic.reports().stream()
            .map(
                o ->
                    new Observation(
                        o.evidence(),
                        o.sourceIp(),
                        o.day().plusYears(1),
                        o.reporter(),
                        o.messages()))
            .toList();
    String answer = text(analyze(traffic, traffic.reports()), 1);
    assertFalse(answer.contains("2027-"));
    assertEquals(answer.replace("2026-", "2027-"), text(analyze(traffic, later), 1));
  }

  /**
   * What passes goes on passing: more passing mail of another network makes nothing worse. That a
   * domain sends nothing is said of no domain that has any.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void passingMailFromElsewhereLeavesTheEffectsAsTheyAre(long seed) {
    Traffic traffic = traffic(seed);
    List<Observation> more = new ArrayList<>(traffic.reports());
    more.add(
        Mail.from("example.com")
            .spf("example.com pass")
            .dkim("example.com pass")
            .ip("10.9.8.7")
            .day("2026-01-11")
            .observation());
    assertEquals(effects(analyze(traffic, traffic.reports())), effects(analyze(traffic, more)));
  }

  private static List<String> effects(Analysis analysis) {
    return analysis.domains().get(0).actions().stream()
        .filter(a -> !a.changes().contains(Recommendation.PARK_DOMAIN))
        .map(
            a -> a.code() + " " + a.target().text() + " " + a.repairedMin() + " " + a.repairedMax())
        .toList();
  }

  private static Observation counting(Observation observation, long messages) {
    return new Observation(
        observation.evidence(),
        observation.sourceIp(),
        observation.day(),
        observation.reporter(),
        messages);
  }

  /** All that is said of the domains, counts multiplied. */
  private static String text(Analysis analysis, long times) {
    return analysis.domains().stream().map(d -> text(d, times)).collect(Collectors.joining("\n\n"));
  }

  private static String text(DomainFindings domain, long times) {
    List<String> lines = new ArrayList<>();
    lines.add(domain.domain() + " " + tally(domain.tally(), times));
    lines.add(domain.firstSeen() + " " + domain.lastSeen() + " " + Told.word(domain.readyFor()));
    lines.add(domain.blockedBy().toString());
    domain.days().forEach(d -> lines.add(d.day() + " " + tally(d.tally(), times)));
    domain
        .streams()
        .forEach(
            s ->
                lines.add(
                    s.sourceGroup()
                        + s.sources()
                        + tally(s.tally(), times)
                        + words(s.diagnosis())));
    domain
        .sources()
        .forEach(s -> lines.add(s.sourceIp() + tally(s.tally(), times) + words(s.diagnosis())));
    for (Action a : domain.actions()) {
      lines.add(
          a.code()
              + " of "
              + a.target().text()
              + " from "
              + a.sourceGroups()
              + " "
              + times * a.failing()
              + " "
              + times * a.repairedMin()
              + " "
              + times * a.repairedMax()
              + " "
              + a.rateMin()
              + a.rateMax()
              + a.cumulativeMin()
              + a.cumulativeMax()
              + a.state()
              + a.stateSince());
    }
    return String.join("\n", lines);
  }

  private static String tally(Tally tally, long times) {
    return " "
        + LongStream.of(
                tally.messages(),
                tally.pass(),
                tally.fail(),
                tally.unknown(),
                tally.spfAligned(),
                tally.dkimAligned(),
                tally.overridden())
            .map(n -> times * n)
            .boxed()
            .toList();
  }

  private static String words(Diagnosis d) {
    return String.join(
        " ",
        d.streamClass().word(),
        d.confidence().word(),
        d.failure().word(),
        d.sender(),
        d.headerFrom().map(DomainName::text).orElse(""),
        d.spfDomain(),
        d.spfCause().word(),
        d.dkimDomains().toString(),
        d.dkimCause().word(),
        d.recommendations().toString());
  }
}
