package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Names;
import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.spf.SpfCause;
import dmarcreports.dns.spf.SpfCheck;
import dmarcreports.dns.spf.SpfEvaluation;
import dmarcreports.dns.spf.SpfIdentity;
import dmarcreports.dns.spf.SpfLimits;
import dmarcreports.dns.spf.SpfLookup;
import dmarcreports.dns.spf.SpfRecord;
import dmarcreports.dns.spf.SpfTerm;
import dmarcreports.dns.spf.SpfTree;
import dmarcreports.dns.spf.SpfVoids;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records that an SPF record leads to, and how many look-ups that takes. */
final class SpfTreeRemarks {
  /** One that no record names: a check of it goes the whole way. */
  private static final SourceIp NOBODY = new SourceIp("240.0.0.1");

  private static final int NAMED = 5;

  private final List<Remark> remarks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private SpfTreeRemarks() {}

  /**
   * What is to be said of it.
   *
   * @param overIpv6 whether the reports show mail over IPv6
   * @param lines where the tree is drawn, a line for each record
   */
  static List<Remark> of(DomainName name, boolean overIpv6, Lookup lookup, List<String> lines) {
    SpfTreeRemarks all = new SpfTreeRemarks();
    SpfTree tree = SpfTree.of(name, lookup);
    all.draw(tree, "");
    tree.below().forEach(all::gaps);
    all.counts(name, tree, overIpv6, lookup);
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

  private void counts(DomainName name, SpfTree tree, boolean overIpv6, Lookup lookup) {
    boolean many = tree.lookups() > SpfLimits.MAX_LOOKUPS;
    remarks.add(
        many
            ? Remark.of(SpfLookupRemark.TOO_MANY_LOOKUPS, tree.lookups(), SpfLimits.MAX_LOOKUPS)
                .advising(SpfAdvice.SAVE_LOOKUPS.of())
            : Remark.of(SpfLookupRemark.LOOKUPS, tree.lookups(), SpfLimits.MAX_LOOKUPS));
    voids(SpfVoids.of(tree, lookup), overIpv6);
    SpfCheck nobody = SpfEvaluation.of(SpfIdentity.of(NOBODY, name), lookup).check();
    if (nobody.cause().filter(SpfCause.TOO_MANY_EXCHANGES::equals).isPresent()) {
      remarks.add(
          Remark.of(SpfLookupRemark.TOO_MANY_EXCHANGES, SpfLimits.MAX_EXCHANGES)
              .advising(SpfAdvice.SAVE_LOOKUPS.of()));
    }
  }

  /** A host with an address of one family has none to find for clients of the other. */
  private void voids(SpfVoids voids, boolean overIpv6) {
    List<Question> all = voids.overIpv4();
    if (all.size() > SpfLimits.MAX_VOIDS) {
      remarks.add(
          Remark.of(SpfLookupRemark.TOO_MANY_VOID_LOOKUPS, named(all), SpfLimits.MAX_VOIDS)
              .advising(SpfAdvice.REMOVE_NAMES.of()));
    } else if (!all.isEmpty()) {
      remarks.add(
          Remark.of(SpfLookupRemark.VOID_LOOKUPS, all.size(), named(all), SpfLimits.MAX_VOIDS));
    }
    if (overIpv6
        && voids.overIpv6().size() > SpfLimits.MAX_VOIDS
        && all.size() <= SpfLimits.MAX_VOIDS) {
      remarks.add(
          Remark.of(SpfLookupRemark.VOID_OVER_IPV6, named(voids.overIpv6()), SpfLimits.MAX_VOIDS));
    }
  }

  private static Names named(List<Question> voids) {
    return Names.of(Names.Joint.COMMA, voids, NAMED);
  }
}
