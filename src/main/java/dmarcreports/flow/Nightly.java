package dmarcreports.flow;

import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.Digest;
import dmarcreports.output.Filters;
import dmarcreports.output.Findings;
import dmarcreports.output.Format;
import dmarcreports.output.Night;
import dmarcreports.store.Announcements;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Database in, files and digest out. What was told is kept last, so that a run that ends before is
 * told again, never not at all.
 */
public final class Nightly {
  private Nightly() {}

  /**
   * Tells what is new.
   *
   * @param all whether sources that do not fail are shown as well
   * @param duplicates of reports that this night stored
   * @param out the directory of the files
   * @param digestTo where the digest is printed
   */
  public static Digest run(
      Access access,
      Choice choice,
      Knowledge knowledge,
      boolean all,
      long duplicates,
      Path out,
      OutputStream digestTo)
      throws IOException {
    try (ReportReader reports = access.read()) {
      Selection selection = choice.of(reports);
      return run(reports, selection, knowledge, choice.filters(all), duplicates, out, digestTo);
    }
  }

  private static Digest run(
      ReportReader reports,
      Selection selection,
      Knowledge knowledge,
      Filters filters,
      long duplicates,
      Path out,
      OutputStream digestTo)
      throws IOException {
    Announcements announcements = reports.announcements();
    int toldRun = announcements.announcedRun(selection.domains());
    int run = announcements.newestRun();
    Findings findings = Analyze.read(reports, selection, knowledge, filters).get();
    Night night =
        new Night(
            findings,
            announcements.arrivals(selection.domains(), toldRun, duplicates),
            run > toldRun
                ? arrived(reports, selection.arrivedAfter(toldRun), knowledge)
                : Tally.EMPTY,
            announcements.reporterDays(),
            reports.newestDay(),
            announcements.all());
    Digest digest = Digest.of(night, out.resolve("findings.txt").toString());
    Format.writeAll(findings, out);
    print(digest, digestTo);
    announcements.save(digest.told(), selection.domains(), run);
    return digest;
  }

  private static Tally arrived(ReportReader reports, Selection selection, Knowledge knowledge) {
    return Analyze.collected(reports, selection, knowledge).tally();
  }

  private static void print(Digest digest, OutputStream to) throws IOException {
    String text = String.join("\n", digest.lines()) + "\n";
    try {
      to.write(text.getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException e) {
      throw new Undelivered(
          "the digest cannot be printed: " + e.getMessage() + "; the next run tells it again", e);
    }
  }
}
