package dmarcreports.output;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.Told;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.remedy.Situation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.Failure;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.dns.Snapshot;
import dmarcreports.output.page.Filters;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Night;
import dmarcreports.output.text.Digest;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import dmarcreports.report.Reports;
import dmarcreports.stored.Announcement;
import dmarcreports.stored.Arrivals;
import dmarcreports.stored.ReporterDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Findings of nights, made by hand. */
public final class Nights {
  public static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  public static final Arrivals NOTHING = new Arrivals(0, 0, 0, new TreeMap<>());

  private final List<DomainFindings> domains = new ArrayList<>();
  private final List<ReporterDays> reporters = new ArrayList<>();
  private Arrivals arrivals = new Arrivals(12, 3, 0, new TreeMap<>());

  public static Tally tally(long pass, long fail) {
    return new Tally(pass + fail, pass, fail, 0, pass, pass, 0, 0, 0);
  }

  public static Action action(
      Recommendation change, String target, long failing, ActionState state) {
    return action(change, target, failing, state, TODAY);
  }

  public static Action action(
      Recommendation change, String target, long failing, ActionState state, LocalDate since) {
    return new Action(
        List.of(change),
        Told.targetOf(target),
        1,
        failing,
        failing,
        failing,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        situation(target),
        List.of(),
        state,
        since);
  }

  private static Situation situation(String target) {
    return new Situation(
        Reports.policy("example.com"),
        Told.targetOf(target),
        new TreeSet<>(),
        List.of(),
        true,
        Optional.empty(),
        new TreeSet<>(),
        Optional.empty(),
        new TreeSet<>(),
        Set.of(),
        Set.of(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        List.of(),
        Snapshot.NONE);
  }

  public static StreamFindings stream(
      String group, String sender, long failing, StreamClass streamClass, Recommendation first) {
    return new StreamFindings(
        group,
        1,
        tally(0, failing),
        TODAY,
        TODAY,
        List.of(),
        1,
        new Diagnosis(
            sender,
            Failure.SPF_AND_DKIM_ALIGNMENT,
            streamClass,
            Confidence.CERTAIN,
            Belonging.OURS,
            Optional.empty(),
            "",
            "",
            Cause.PASS_FOREIGN,
            List.of(),
            Cause.PASS_FOREIGN,
            List.of(first),
            0,
            0,
            false,
            false,
            List.of()));
  }

  public Nights domain(String name, List<Action> actions, StreamFindings... streams) {
    long failing = 0;
    for (StreamFindings stream : streams) {
      failing += stream.tally().fail();
    }
    domains.add(
        new DomainFindings(
            new DomainName(name),
            tally(1000, failing),
            TODAY,
            TODAY,
            Optional.of(Policy.NONE),
            List.of(),
            TODAY,
            List.of(),
            false,
            List.of(),
            Tally.EMPTY,
            actions,
            List.of(streams),
            List.of(),
            List.of()));
    return this;
  }

  public Nights reporter(String name, int days, LocalDate last) {
    List<LocalDate> reported = new ArrayList<>();
    for (int i = days - 1; i >= 0; i--) {
      reported.add(last.minusDays(i));
    }
    reporters.add(new ReporterDays(name, reported));
    return this;
  }

  public Nights arrivals(Arrivals some) {
    arrivals = some;
    return this;
  }

  Findings findings() {
    return new Findings(
        new Analysis(domains, List.of(), Map.of()),
        Map.of(),
        List.of(),
        Filters.NONE,
        Optional.of(TODAY),
        Optional.empty());
  }

  /** What is told after those announcements. */
  public Digest after(Set<Announcement> told) {
    return Digest.of(
        new Night(
            findings(),
            arrivals,
            arrivals.reports() == 0 ? Tally.EMPTY : tally(4254, 56),
            reporters,
            Optional.of(TODAY),
            told),
        "out/findings.txt");
  }

  /** What is told on the very first night. */
  public Digest first() {
    return after(Set.of());
  }
}
