package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Style;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.Verdicts;
import dmarcreports.output.wording.Words;
import dmarcreports.stored.PolicyDomain;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** All that there is to say of each domain: the verdict, what to do and how, then the sources. */
public final class DetailsOutput implements Output {
  private static final int REPORTERS = 10;

  @Override
  public void write(Findings findings, OutputStream to) throws IOException {
    write(findings, Style.PLAIN, to);
  }

  @Override
  public void write(Findings findings, Style style, OutputStream to) throws IOException {
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    Paragraphs out = new Paragraphs(writer, style);
    List<DomainFindings> domains = Whose.worstFirst(findings.analysis().domains());
    if (domains.isEmpty()) {
      out.wrapped("No messages are stored for this selection: that says nothing about your mail.");
    }
    if (domains.size() > 1) {
      overview(domains, out);
    }
    for (DomainFindings domain : domains) {
      domain(domain, findings, out);
    }
    reporters(findings.analysis().reporters(), out);
    out.finish();
  }

  private static void overview(List<DomainFindings> domains, Paragraphs out) {
    out.wrapped(Tint.HEADING, "", "", Overview.sentence(domains));
    out.blank();
  }

  private static void domain(DomainFindings domain, Findings findings, Paragraphs out) {
    out.title(Words.name(domain.domain()));
    verdict(domain, findings.domains().get(domain.domain()), out);
    ActionText.write(domain, findings.language(), out);
    AsideText.unavoidable(domain, findings.language(), out);
    SourcesText.write(domain, findings.filters().all(), out);
    AsideText.stronger(domain, out);
    PolicyText.write(domain, out);
    out.blank();
  }

  private static void verdict(DomainFindings domain, PolicyDomain stored, Paragraphs out) {
    Tally tally = domain.tally();
    Tally ours = domain.believedOurs();
    out.wrapped(
        tally.fail() > 0 ? Tint.BAD : Tint.GOOD,
        "",
        "",
        Verdicts.of(tally, Whose.of(domain)) + ".");
    if (!ours.equals(tally)) {
      out.wrapped(
          ours.messages() == 0
              ? "None of it is believed to be yours."
              : "Of the mail believed to be yours, "
                  + ours.pass()
                  + " of "
                  + Numbers.counted(ours.messages(), "message")
                  + (ours.messages() == 1 ? " passes (" : " pass (")
                  + Numbers.percent(ours.passRate())
                  + ").");
    }
    out.wrapped(
        "Seen "
            + Verdicts.period(domain.firstSeen(), domain.lastSeen())
            + ", in "
            + Numbers.counted(stored.reports(), "report")
            + " from "
            + Numbers.counted(stored.reporters(), "reporter")
            + ". "
            + PolicyText.published(stored.newest()));
    if (tally.messages() == 0) {
      out.wrapped("No message is reported: that says nothing about your mail.");
    } else if (tally.fail() == 0 && domain.actions().isEmpty()) {
      out.wrapped(
          "Nothing fails, so nothing has to be done; mail to receivers that send no reports is not"
              + " seen.");
    }
  }

  private static void reporters(List<ReporterFindings> reporters, Paragraphs out) {
    List<ReporterFindings> faulty = reporters.stream().filter(r -> !r.faults().isEmpty()).toList();
    if (faulty.isEmpty()) {
      return;
    }
    out.wrapped(Tint.HEADING, "", "", "Reporters that cannot be relied on");
    out.wrapped(
        "Their messages are counted as they tell; nothing else is concluded from what they alone"
            + " tell. The fault is theirs, not yours.");
    for (ReporterFindings reporter : faulty.stream().limit(REPORTERS).toList()) {
      out.wrapped(
          "- ",
          "  ",
          reporter.reporter()
              + ": "
              + reporter.faults().stream().map(Words::of).collect(Collectors.joining("; "))
              + (reporter.contradictions() > 0
                  ? " (" + Numbers.counted(reporter.contradictions(), "record") + ")"
                  : ""));
    }
    if (faulty.size() > REPORTERS) {
      out.wrapped("and " + (faulty.size() - REPORTERS) + " more; reporters.csv lists them all");
    }
    out.blank();
  }
}
