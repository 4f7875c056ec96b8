package dmarcreports.analysis.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.CheckWorld;
import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.Mail;
import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.Zone;
import dmarcreports.report.AggregateRecord;
import dmarcreports.report.AggregateReport;
import dmarcreports.report.Deviation;
import dmarcreports.report.DomainName;
import dmarcreports.report.Observation;
import dmarcreports.report.ReportFormat;
import dmarcreports.report.ReportSink;
import dmarcreports.xml.ReplayableContent;
import dmarcreports.xml.ReportParser;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worlds that the jar is tested on with a real name server, without one. */
class WorldsTest {
  @TempDir Path folder;

  static Stream<CheckWorld> worlds() {
    return CheckWorld.all().stream().filter(world -> !world.verdict().isEmpty());
  }

  /** What all worlds publish; a zone that is broken, and one whose servers are not there. */
  private static Lookup dns() {
    Zone zone =
        Zone.of(
                CheckWorld.all().stream()
                    .flatMap(world -> world.records().stream())
                    .toArray(String[]::new))
            .failing("x.lame.test", "*", Answer.Failure.LAME);
    return question -> failure(question).orElseGet(() -> zone.answer(question));
  }

  private static Optional<Answer> failure(Question question) {
    String name = "." + question.name();
    if (name.endsWith(".broken.test") || name.endsWith(".lost.test")) {
      return Optional.of(new Answer.Failed(Answer.Failure.SERVFAIL, "192.0.2.53"));
    }
    return name.endsWith(".lame.test")
        ? Optional.of(new Answer.Failed(Answer.Failure.LAME, "192.0.2.53"))
        : Optional.empty();
  }

  /** What a world's reports tell. */
  private static final class Seen implements ReportSink {
    private final List<Observation> observations = new ArrayList<>();
    private Optional<AggregateReport> report = Optional.empty();

    @Override
    public void begin(AggregateReport begun) {
      report = Optional.of(begun);
    }

    @Override
    public void record(AggregateRecord record) {
      AggregateReport of = report.orElseThrow();
      observations.add(
          new Observation(
              record.evidence(),
              record.sourceIp(),
              of.window().day(),
              of.metadata().reporter(),
              record.messages()));
    }

    @Override
    public void end(ReportFormat format, List<Deviation> deviations) {
      // nothing to add
    }
  }

  private Seen seen(CheckWorld world) throws Exception {
    world.write(folder);
    Seen seen = new Seen();
    ReportParser parser = new ReportParser();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        try (InputStream bytes = Files.newInputStream(file)) {
          parser.parse(new ReplayableContent(bytes), file.toString(), seen);
        }
      }
    }
    return seen;
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void whatIsThereIsFoundAndNothingElse(CheckWorld world) throws Exception {
    DomainName domain = new DomainName(world.domain());
    Seen seen = seen(world);
    Analysis.Collector analysis = new Analysis.Collector(Mail.SUFFIXES, SenderProfiles.standard());
    SeenMailCollector mail = new SeenMailCollector(domain, Mail.SUFFIXES);
    seen.observations.forEach(analysis::add);
    seen.observations.forEach(mail::add);
    List<Action> actions =
        analysis.finish().domains().stream()
            .filter(found -> found.domain().equals(domain))
            .flatMap(found -> found.actions().stream())
            .toList();
    CheckedDomain checked =
        new DomainLookups(dns(), Mail.SUFFIXES, List.of())
            .of(domain, mail.finish(seen.report.map(AggregateReport::policyPublished)), actions);

    List<String> found = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (Finding finding : checked.findings()) {
      for (Remark remark : finding.remarks()) {
        (remark.severity() == Severity.OK ? good : found).add(remark.code());
      }
    }
    found.sort(null);
    assertEquals(world.found(), found);
    assertEquals(world.verdict(), checked.severity().name().toLowerCase(Locale.ROOT));
    assertTrue(good.containsAll(world.good()), good + ": " + world.good());
  }
}
