package dmarcreports.analysis.lookup;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.spf.SpfCause;
import dmarcreports.dns.spf.SpfCheck;
import dmarcreports.dns.spf.SpfCheck.TermCheck;
import dmarcreports.dns.spf.SpfEvaluation;
import dmarcreports.dns.spf.SpfIdentity;
import dmarcreports.dns.spf.SpfLimits;
import dmarcreports.dns.spf.SpfLookup;
import dmarcreports.dns.spf.SpfRecord;
import dmarcreports.dns.spf.SpfTerm;
import dmarcreports.dns.spf.SpfTerm.MechanismName;
import dmarcreports.dns.spf.SpfTree;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records that an SPF record leads to, and how many look-ups that takes. */
final class SpfTreeRemarks {
  /** One that no record names: a check of it goes the whole way. */
  private static final SourceIp NOBODY = new SourceIp("240.0.0.1");

  private final List<Remark> remarks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private SpfTreeRemarks() {}

  /**
   * What is to be said of it.
   *
   * @param lines where the tree is drawn, a line for each record
   */
  static List<Remark> of(DomainName name, Lookup lookup, List<String> lines) {
    SpfTreeRemarks all = new SpfTreeRemarks();
    SpfTree tree = SpfTree.of(name, lookup);
    all.draw(tree, "");
    tree.below().forEach(all::gaps);
    all.counts(tree, SpfEvaluation.of(SpfIdentity.of(NOBODY, name), lookup));
    if (!tree.below().isEmpty()) {
      lines.addAll(all.lines);
    }
    return all.remarks;
  }

  private void draw(SpfTree tree, String indent) {
    String way = tree.via().map(SpfTerm::text).orElseGet(tree::domain);
    String text =
        tree.lookup().flatMap(SpfLookup::record).map(SpfRecord::text).map(Quoted::text).orElse("-");
    lines.add(indent + way + " [" + tree.lookups() + "] " + text);
    tree.below().forEach(next -> draw(next, indent + "  "));
  }

  private void gaps(SpfTree tree) {
    String term = tree.via().map(SpfTerm::text).orElse("");
    tree.gap().flatMap(gap -> gap(gap, term, tree)).ifPresent(remarks::add);
    tree.below().forEach(this::gaps);
  }

  private static Optional<Remark> gap(SpfTree.Gap gap, String term, SpfTree tree) {
    return switch (gap) {
      case MACRO -> Optional.empty(); // told with the record's macros
      case BAD_NAME, NO_RECORD ->
          Optional.of(
              Remark.of(SpfLookupRemark.LEADS_TO_NO_RECORD, term, tree.domain())
                  .advising(SpfAdvice.REMOVE_WORD.of(term)));
      case SEVERAL_RECORDS, BROKEN_RECORD ->
          Optional.of(
              Remark.of(SpfLookupRemark.LEADS_TO_A_BROKEN_RECORD, term, tree.domain())
                  .advising(SpfAdvice.CORRECT_WORD.of(term)));
      case LOOP ->
          Optional.of(
              Remark.of(SpfLookupRemark.LEADS_IN_A_CIRCLE, term, tree.domain())
                  .advising(SpfAdvice.REMOVE_WORD.of(term)));
      case UNTOLD -> Optional.of(Remark.of(SpfLookupRemark.LEADS_UNTOLD, term, failure(tree)));
      case NOT_FOLLOWED ->
          Optional.of(Remark.of(SpfLookupRemark.NOT_FOLLOWED, term, SpfTree.MAX_RECORDS));
    };
  }

  private static Object failure(SpfTree tree) {
    return FailurePhrase.of(
        tree.lookup()
            .map(SpfLookup::answer)
            .filter(Answer.Failed.class::isInstance)
            .map(answer -> ((Answer.Failed) answer).kind())
            .orElse(Answer.Failure.MALFORMED));
  }

  private void counts(SpfTree tree, SpfEvaluation nobody) {
    boolean many = tree.lookups() > SpfLimits.MAX_LOOKUPS;
    remarks.add(
        many
            ? Remark.of(SpfLookupRemark.TOO_MANY_LOOKUPS, tree.lookups(), SpfLimits.MAX_LOOKUPS)
                .advising(SpfAdvice.SAVE_LOOKUPS.of())
            : Remark.of(SpfLookupRemark.LOOKUPS, tree.lookups(), SpfLimits.MAX_LOOKUPS));
    long voids = voids(nobody.check());
    if (voids > SpfLimits.MAX_VOIDS) {
      remarks.add(
          Remark.of(SpfLookupRemark.TOO_MANY_VOID_LOOKUPS, SpfLimits.MAX_VOIDS)
              .advising(SpfAdvice.REMOVE_NAMES.of()));
    } else if (voids > 0) {
      remarks.add(Remark.of(SpfLookupRemark.VOID_LOOKUPS, voids, SpfLimits.MAX_VOIDS));
    }
    if (nobody.check().cause().filter(SpfCause.TOO_MANY_EXCHANGES::equals).isPresent()) {
      remarks.add(
          Remark.of(SpfLookupRemark.TOO_MANY_EXCHANGES, SpfLimits.MAX_EXCHANGES)
              .advising(SpfAdvice.SAVE_LOOKUPS.of()));
    }
  }

  /** Those that are void whoever sends. */
  private static long voids(SpfCheck check) {
    return check.terms().stream()
        .mapToLong(
            term ->
                term.inner().map(SpfTreeRemarks::voids).orElse(0L)
                    + (isTheSameForAll(term.term()) ? absent(term) : 0))
        .sum();
  }

  private static long absent(TermCheck term) {
    return term.exchanges().stream().filter(e -> e.answer() instanceof Answer.Absent).count();
  }

  private static boolean isTheSameForAll(SpfTerm term) {
    boolean byAddress = term instanceof SpfTerm.Directive d && d.mechanism() == MechanismName.PTR;
    return !byAddress && term.domain().filter(d -> d.constant().isEmpty()).isEmpty();
  }
}
