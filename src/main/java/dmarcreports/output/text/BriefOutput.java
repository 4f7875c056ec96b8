package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Style;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a person reads first: a screen for each domain, and of many domains for the worst. */
public final class BriefOutput implements Output {
  private static final int FEW = 10;
  private static final int WORST = 5;

  /** Of a domain that the last line may name without becoming two. */
  private static final int LONGEST_NAME = 16;

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
    } else {
      write(domains, findings, out);
    }
    out.finish();
  }

  private static void write(List<DomainFindings> domains, Findings findings, Paragraphs out) {
    if (domains.size() > 1) {
      out.wrapped(Tint.HEADING, "", "", Overview.sentence(domains));
      out.blank();
    }
    List<DomainFindings> shown = domains;
    if (domains.size() > FEW) {
      Overview.table(domains, findings, out);
      out.blank();
      shown = domains.subList(0, WORST);
    }
    for (DomainFindings domain : shown) {
      BriefDomain.write(domain, findings.domains().get(domain.domain()), out);
      out.blank();
    }
    more(domains, shown, findings, out);
  }

  /** Said once: what holds for all of it, and how to see the rest. */
  private static void more(
      List<DomainFindings> domains, List<DomainFindings> shown, Findings findings, Paragraphs out) {
    int others = domains.size() - shown.size();
    if (others > 0) {
      out.wrapped(
          Numbers.counted(others, "more domain")
              + (others == 1 ? " is" : " are")
              + " not shown in full: analyze --domain D shows one.");
    }
    String domain = domains.get(0).domain().text();
    boolean alone = domains.size() == 1 && domain.length() <= LONGEST_NAME;
    out.wrapped(
        "More: analyze --domain "
            + (alone ? domain : "D")
            + " --details, or --action N for one action");
    long faulty = findings.analysis().reporters().stream().filter(BriefOutput::isFaulty).count();
    out.wrapped(
        "Receivers that send no reports are not seen"
            + (faulty == 0
                ? "."
                : "; "
                    + Numbers.counted(faulty, "reporter")
                    + (faulty == 1 ? " is unreliable." : " are unreliable.")));
  }

  private static boolean isFaulty(ReporterFindings reporter) {
    return !reporter.faults().isEmpty();
  }
}
