package dmarcreports.output.table;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DiagnosedMail;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sums.DayTally;
import dmarcreports.analysis.sums.ReporterFindings;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.wording.RemedyText;
import dmarcreports.report.DomainName;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reporter;
import java.util.List;

/** What one line of a table is about. */
public final class About {
  private About() {}

  record Domain(DomainFindings findings, PolicyDomain stored) {}

  /** Messages with a diagnosis, told in a language. */
  interface Diagnosed {
    DiagnosedMail mail();

    Language language();
  }

  record Source(DomainName domain, SourceFindings source, Language language) implements Diagnosed {
    @Override
    public DiagnosedMail mail() {
      return source;
    }
  }

  public record Stream(DomainName domain, StreamFindings stream, Language language)
      implements Diagnosed {
    @Override
    public DiagnosedMail mail() {
      return stream;
    }
  }

  public record Act(DomainName domain, Ranked ranked, RemedyText words) {
    /** One of which it is not known what it may stand for. */
    public Act(DomainName domain, int rank, Action action, Language language) {
      this(domain, new Ranked(rank, action, List.of()), language);
    }

    Act(DomainName domain, Ranked ranked, Language language) {
      this(domain, ranked, RemedyText.of(ranked.action(), language));
    }

    Action action() {
      return ranked.action();
    }
  }

  record ReporterLine(Reporter stored, ReporterFindings found) {}

  record Day(DomainName domain, DayTally day) {}
}
