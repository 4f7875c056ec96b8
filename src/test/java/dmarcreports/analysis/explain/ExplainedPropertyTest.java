package dmarcreports.analysis.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.AnalysisPropertyTest;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.change.Gain;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What holds of every explanation, whatever reporters write. */
class ExplainedPropertyTest {
  private static final String ALL = "0.0.0.0/0";

  @Test
  void everyStreamIsExplainedWithTheClassThatIsReported() {
    List<Observation> observations = withAddress(11);
    Analysis analysis = Analysis.of(observations, Mail.SUFFIXES, SenderProfiles.standard());
    Explained explained = ExplainedTest.explain(ALL, observations);
    Set<String> reported = new TreeSet<>();
    for (DomainFindings domain : analysis.domains()) {
      domain.streams().forEach(s -> reported.add(domain.domain() + " " + s));
    }
    Set<String> told = new TreeSet<>();
    for (Explained.Domain domain : explained.domains()) {
      domain.streams().forEach(s -> told.add(domain.domain() + " " + s.part()));
    }
    assertEquals(reported, told);
  }

  @Test
  void noRowAboveTheOneThatDecidedFits() {
    Set<StreamClass> seen = new HashSet<>();
    for (Explained.Domain domain : ExplainedTest.explain(ALL, withAddress(12)).domains()) {
      for (Explained.Stream stream : domain.streams()) {
        StreamClass found = stream.part().diagnosis().streamClass();
        seen.add(found);
        assertEquals(
            List.of(StreamClass.values()).subList(0, found.ordinal()),
            stream.above().stream().map(Explained.Row::streamClass).toList());
        stream.above().forEach(row -> assertFalse(row.unmet().isEmpty()));
        stream
            .above()
            .forEach(row -> assertTrue(row.streamClass().conditions().containsAll(row.unmet())));
        assertFalse(stream.circumstances().isEmpty());
      }
    }
    assertTrue(seen.size() > 10, seen.toString());
  }

  @Test
  void evidencesAddUpAndTheirEffectsStayWithinTheBounds() {
    for (Explained.Domain domain : ExplainedTest.explain(ALL, withAddress(13)).domains()) {
      for (Explained.Stream stream : domain.streams()) {
        StreamFindings part = stream.part();
        assertEquals(part.tally().messages(), sum(stream, e -> true));
        assertEquals(part.tally().fail(), sum(stream, e -> e.verdict() == Verdict.FAIL));
        for (Explained.Evidence evidence : stream.evidences()) {
          assertEquals(
              evidence.messages(),
              evidence.shares().stream().mapToLong(Explained.Share::messages).sum());
          assertEquals(
              evidence.verdict() == Verdict.FAIL && evidence.from().isPresent(),
              !evidence.changes().isEmpty());
          assertEquals(part.diagnosis().spfCause(), evidence.spf().cause());
          assertEquals(part.diagnosis().dkimCause(), evidence.dkim().cause());
        }
        assertTrue(sum(stream, e -> best(e) == Gain.YES) <= part.diagnosis().repairedMin());
        assertTrue(sum(stream, e -> best(e) != Gain.NO) <= part.diagnosis().repairedMax());
      }
    }
  }

  @Test
  void orderIsIrrelevant() {
    List<Observation> observations = withAddress(14);
    List<Observation> shuffled = new ArrayList<>(observations);
    Collections.shuffle(shuffled, new Random(1));
    assertEquals(
        ExplainedTest.explain("amazonses.com", observations),
        ExplainedTest.explain("amazonses.com", shuffled));
  }

  @Test
  void actionsOfAllMailAreThoseOfTheDomain() {
    List<Observation> observations = withAddress(15);
    Analysis analysis = Analysis.of(observations, Mail.SUFFIXES, SenderProfiles.standard());
    Explained explained = ExplainedTest.explain(ALL, observations);
    for (int i = 0; i < analysis.domains().size(); i++) {
      List<Action> actions = analysis.domains().get(i).actions();
      List<Explained.ToDo> told = explained.domains().get(i).actions();
      assertEquals(actions, told.stream().map(Explained.ToDo::action).toList());
      for (Explained.ToDo todo : told) {
        assertEquals(todo.action().repairedMin(), todo.repairedMin());
        assertEquals(todo.action().repairedMax(), todo.repairedMax());
      }
    }
  }

  private static Gain best(Explained.Evidence evidence) {
    return evidence.changes().stream()
        .filter(Explained.Change::advised)
        .map(Explained.Change::gain)
        .reduce(Gain.NO, Gain::or);
  }

  private static long sum(Explained.Stream stream, Predicate<Explained.Evidence> which) {
    return stream.evidences().stream()
        .filter(which)
        .mapToLong(Explained.Evidence::messages)
        .reduce(0, Tally::sum);
  }

  private static List<Observation> withAddress(long seed) {
    return AnalysisPropertyTest.random(seed).stream()
        .filter(o -> o.sourceIp().isPresent())
        .toList();
  }
}
