package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Output;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Style;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Asides;
import dmarcreports.output.wording.Clauses;
import dmarcreports.output.wording.Listed;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.Overviews;
import dmarcreports.output.wording.Published;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Verdicts;
import dmarcreports.output.wording.Words;
import dmarcreports.stored.PolicyDomain;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
      out.wrapped(findings.language().say(TextPhrase.NO_MESSAGES));
    }
    if (domains.size() > 1) {
      overview(domains, findings.language(), out);
    }
    for (DomainFindings domain : domains) {
      domain(domain, findings, out);
    }
    reporters(findings.analysis().reporters(), findings.language(), out);
    out.finish();
  }

  private static void overview(List<DomainFindings> domains, Language language, Paragraphs out) {
    out.wrapped(Tint.HEADING, "", "", Overviews.sentence(domains, language));
    out.blank();
  }

  private static void domain(DomainFindings domain, Findings findings, Paragraphs out) {
    out.title(Words.name(domain.domain()));
    verdict(domain, findings.domains().get(domain.domain()), findings.language(), out);
    ActionText.write(domain, findings.language(), out);
    Asides asides = new Asides(domain, findings.language());
    asides.unavoidable().ifPresent(listed -> aside(listed, out));
    SourcesText.write(domain, findings.filters().all(), findings.language(), out);
    asides.stronger().ifPresent(listed -> aside(listed, out));
    PolicyText.write(domain, findings.language(), out);
    out.blank();
  }

  private static void aside(Listed listed, Paragraphs out) {
    out.heading(listed.heading());
    ListText.items(listed, out);
  }

  private static void verdict(
      DomainFindings domain, PolicyDomain stored, Language language, Paragraphs out) {
    Tally tally = domain.tally();
    Tally ours = domain.believedOurs();
    out.wrapped(
        tally.fail() > 0 ? Tint.BAD : Tint.GOOD,
        "",
        "",
        language.say(TextPhrase.SENTENCE.of(Verdicts.of(tally, Whose.of(domain), language))));
    if (!ours.equals(tally)) {
      out.wrapped(
          language.say(
              ours.messages() == 0
                  ? DetailsPhrase.NONE_OURS.of()
                  : DetailsPhrase.OURS.of(
                      ours.pass(), ours.messages(), Numbers.percent(ours.passRate(), language))));
    }
    out.wrapped(
        language.sentences(
            List.of(
                language.say(
                    DetailsPhrase.SEEN.of(
                        Verdicts.period(domain.firstSeen(), domain.lastSeen(), language),
                        stored.reports(),
                        stored.reporters())),
                Published.of(stored.newest(), language))));
    if (tally.messages() == 0) {
      out.wrapped(language.say(TextPhrase.NO_MESSAGE_REPORTED));
    } else if (tally.fail() == 0 && domain.actions().isEmpty()) {
      out.wrapped(language.say(DetailsPhrase.NOTHING_FAILS));
    }
  }

  private static void reporters(
      List<ReporterFindings> reporters, Language language, Paragraphs out) {
    List<ReporterFindings> faulty = reporters.stream().filter(r -> !r.faults().isEmpty()).toList();
    if (faulty.isEmpty()) {
      return;
    }
    out.wrapped(Tint.HEADING, "", "", language.say(DetailsPhrase.UNRELIABLE_REPORTERS));
    out.wrapped(language.say(DetailsPhrase.UNRELIABLE));
    for (ReporterFindings reporter : faulty.stream().limit(REPORTERS).toList()) {
      out.wrapped("- ", "  ", language.say(reporter(reporter, language)));
    }
    if (faulty.size() > REPORTERS) {
      out.wrapped(
          language.say(TextPhrase.MORE_IN_LIST.of(faulty.size() - REPORTERS, "reporters.csv")));
    }
    out.blank();
  }

  private static Saying reporter(ReporterFindings reporter, Language language) {
    String name = reporter.reporter();
    String faults =
        Clauses.of(
            reporter.faults().stream().map(fault -> Words.of(fault, language)).toList(), language);
    long records = reporter.contradictions();
    return records > 0
        ? DetailsPhrase.REPORTER_WITH_RECORDS.of(name, faults, records)
        : DetailsPhrase.REPORTER.of(name, faults);
  }
}
