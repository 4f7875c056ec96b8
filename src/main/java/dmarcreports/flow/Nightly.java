package dmarcreports.flow;

import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.Format;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Night;
import dmarcreports.output.text.Digest;
import dmarcreports.store.Announcements;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Database in, files and digest out. What was told is kept last, and with it what is to be sent: a
 * run that ends before is told again, never not at all.
 */
public final class Nightly {
  private Nightly() {}

  /**
   * What a night came to.
   *
   * @param delivered whether all that was to be sent was accepted; what was not, was told
   */
  public record Told(Digest digest, boolean delivered) {}

  /**
   * Where what is new is told.
   *
   * @param files the directory of the files
   * @param digest where it is printed
   * @param sending to whom it is sent
   * @param errors takes a line for what was not delivered
   */
  public record Places(Path files, OutputStream digest, Sending sending, Consumer<String> errors) {}

  /**
   * Tells what is new.
   *
   * @param duplicates of reports that this night stored
   */
  public static Told run(
      Access access,
      Choice choice,
      Knowledge knowledge,
      Telling telling,
      long duplicates,
      Places places)
      throws IOException {
    try (ReportReader reports = access.read()) {
      Selection selection = choice.of(reports);
      Findings findings = Analyze.read(reports, choice, knowledge, telling).get();
      Night night = night(reports, selection, knowledge, findings, duplicates);
      return tell(reports, selection, night, places);
    }
  }

  private static Night night(
      ReportReader reports,
      Selection selection,
      Knowledge knowledge,
      Findings findings,
      long duplicates) {
    Announcements announcements = reports.announcements();
    int toldRun = announcements.announcedRun(selection.domains());
    return new Night(
        findings,
        announcements.arrivals(selection.domains(), toldRun, duplicates),
        announcements.newestRun() > toldRun
            ? arrived(reports, selection.arrivedAfter(toldRun), knowledge)
            : Tally.EMPTY,
        announcements.reporterDays(),
        reports.newestDay(),
        announcements.all());
  }

  private static Told tell(ReportReader reports, Selection selection, Night night, Places places)
      throws IOException {
    Announcements announcements = reports.announcements();
    int run = announcements.newestRun();
    Digest digest = Digest.of(night, places.files.resolve("findings.txt").toString());
    Format.writeAll(night.findings(), places.files);
    print(digest, places.digest);
    Instant now = Instant.now();
    announcements.save(
        digest.told(), selection.domains(), run, places.sending.messages(digest, now));
    boolean delivered =
        new Deliver(reports.outbox(), places.sending, night.findings(), places.errors).run(now);
    return new Told(digest, delivered);
  }

  private static Tally arrived(ReportReader reports, Selection selection, Knowledge knowledge) {
    return Analyze.collected(reports, selection, knowledge, knowledge.published(reports)).tally();
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
