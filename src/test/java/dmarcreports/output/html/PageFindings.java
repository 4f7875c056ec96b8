package dmarcreports.output.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Analysis;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.command.DmarcReports;
import dmarcreports.flow.Access;
import dmarcreports.flow.Analyze;
import dmarcreports.flow.Choice;
import dmarcreports.flow.Knowledge;
import dmarcreports.flow.Telling;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Findings;
import dmarcreports.report.DomainName;
import dmarcreports.store.Databases;
import dmarcreports.stored.PolicyDomain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings to make pages of. */
final class PageFindings {
  private PageFindings() {}

  /** Those of the sample reports. */
  static Findings sample(Path folder) {
    String db = folder.resolve("reports").toString();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        DmarcReports.run(
            new String[] {"ingest", "sample-reports", "--db", db},
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of("HOME", folder.toString()));
    assertEquals(0, code, () -> err.toString(StandardCharsets.UTF_8));
    return Analyze.run(
        new Access(Databases.parse(db), Duration.ZERO),
        new Choice(List.of(), Optional.empty(), Optional.empty(), Optional.empty()),
        new Knowledge(new PublicSuffixList(), SenderProfiles.standard(), Duration.ofDays(7)),
        new Telling(true, true, Language.english()));
  }

  /** As many domains as that, each with as many days, and otherwise like those. */
  static Findings many(Findings like, int domains, int days) {
    List<DomainFindings> found = new ArrayList<>();
    Map<DomainName, PolicyDomain> stored = new HashMap<>();
    Map<DomainName, List<Explained.Stream>> explained = new HashMap<>();
    for (int i = 0; i < domains; i++) {
      DomainFindings one = like.analysis().domains().get(i % like.analysis().domains().size());
      DomainName name = new DomainName("d" + i + "." + one.domain());
      found.add(named(one, name, days));
      stored.put(name, like.domains().get(one.domain()));
      explained.put(name, like.analysis().explained().get(one.domain()));
    }
    return new Findings(
        new Analysis(found, like.analysis().reporters(), explained),
        stored,
        like.reporters(),
        like.filters(),
        like.newestDay(),
        like.dnsAsOf(),
        like.discards(),
        like.language());
  }

  private static DomainFindings named(DomainFindings one, DomainName name, int days) {
    List<DayTally> tallies = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      long pass = 1000 + 37L * day % 500;
      long fail = 13L * day % 70;
      tallies.add(
          new DayTally(
              one.lastSeen().minusDays(days - 1L - day),
              new Tally(pass + fail, pass, fail, 0, pass, pass, 0, 0, 0)));
    }
    return new DomainFindings(
        name,
        one.tally(),
        one.firstSeen(),
        one.lastSeen(),
        one.readyFor(),
        one.blockedBy(),
        one.today(),
        one.readiness(),
        one.silent(),
        one.tightenings(),
        one.believedOurs(),
        one.actions(),
        one.streams(),
        one.sources(),
        tallies);
  }
}
