package dmarcreports.spark.task;

import dmarcreports.analysis.Analysis;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Filters;
import dmarcreports.output.page.Findings;
import dmarcreports.output.table.Table;
import dmarcreports.output.table.Tables;
import dmarcreports.report.DomainName;
import dmarcreports.stored.DiscardList;
import dmarcreports.stored.PolicyDomain;
import dmarcreports.stored.Reporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as far as tables tell them. */
final class TableFindings {
  private TableFindings() {}

  static Table<?> table(String name) {
    return Tables.ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  static Findings of(
      Analysis analysis,
      Map<DomainName, PolicyDomain> domains,
      List<Reporter> reporters,
      boolean all) {
    return new Findings(
        analysis,
        domains,
        reporters,
        new Filters(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), all),
        Optional.empty(),
        Optional.empty(),
        DiscardList.NONE,
        Language.english());
  }
}
