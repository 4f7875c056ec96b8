package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Style;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Overviews;
import dmarcreports.output.wording.TextPhrase;
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

  /** Stands for a domain in a command, as in the help. */
  private static final String ANY_DOMAIN = "D";

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
      out.wrapped(findings.language().say(TextPhrase.NO_MESSAGES));
    } else {
      write(domains, findings, out);
    }
    out.finish();
  }

  private static void write(List<DomainFindings> domains, Findings findings, Paragraphs out) {
    if (domains.size() > 1) {
      out.wrapped(Tint.HEADING, "", "", Overviews.sentence(domains, findings.language()));
      out.blank();
    }
    List<DomainFindings> shown = domains;
    if (domains.size() > FEW) {
      Overview.table(domains, findings, out);
      out.blank();
      shown = domains.subList(0, WORST);
    }
    for (DomainFindings domain : shown) {
      BriefDomain.write(domain, findings.domains().get(domain.domain()), findings.language(), out);
      out.blank();
    }
    more(domains, shown, findings, out);
  }

  /** Said once: what holds for all of it, and how to see the rest. */
  private static void more(
      List<DomainFindings> domains, List<DomainFindings> shown, Findings findings, Paragraphs out) {
    Language language = findings.language();
    int others = domains.size() - shown.size();
    if (others > 0) {
      out.wrapped(language.say(BriefPhrase.NOT_IN_FULL.of(others)));
    }
    String domain = domains.get(0).domain().text();
    boolean alone = domains.size() == 1 && domain.length() <= LONGEST_NAME;
    out.wrapped(language.say(BriefPhrase.MORE.of(alone ? domain : ANY_DOMAIN)));
    long faulty = findings.analysis().reporters().stream().filter(BriefOutput::isFaulty).count();
    out.wrapped(
        language.say(
            faulty == 0
                ? BriefPhrase.NOT_SEEN.of()
                : BriefPhrase.NOT_SEEN_AND_UNRELIABLE.of(faulty)));
  }

  private static boolean isFaulty(ReporterFindings reporter) {
    return !reporter.faults().isEmpty();
  }
}
