package dmarcreports.store;

import static dmarcreports.store.tables.Tables.EVIDENCES;

import dmarcreports.report.AuthResults;
import dmarcreports.report.Deviation;
import dmarcreports.report.Disposition;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyPublished;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Makes evidences of rows. The same few lists and names stand in many of them: each is read once,
 * and shared.
 */
final class EvidenceReader {
  /** What a row must have. */
  static final List<Field<?>> COLUMNS =
      List.of(
          EVIDENCES.ID,
          EVIDENCES.POLICY_ID,
          EVIDENCES.HEADER_FROM,
          EVIDENCES.ENVELOPE_FROM,
          EVIDENCES.NULL_SENDER,
          EVIDENCES.ENVELOPE_TO,
          EVIDENCES.DISPOSITION,
          EVIDENCES.EVALUATED_DKIM,
          EVIDENCES.EVALUATED_SPF,
          EVIDENCES.REASONS,
          EVIDENCES.DKIM,
          EVIDENCES.SPF,
          EVIDENCES.DEVIATIONS);

  private final Map<String, Optional<DomainName>> domains = new HashMap<>();
  private final Map<String, List<PolicyEvaluated.Reason>> reasons = new HashMap<>();
  private final Map<String, List<AuthResults.Dkim>> dkim = new HashMap<>();
  private final Map<String, List<AuthResults.Spf>> spf = new HashMap<>();
  private final Map<String, List<Deviation>> deviations = new HashMap<>();

  /**
   * The evidence in a row.
   *
   * @throws StoreException where there is none
   */
  Evidence read(Record row, PolicyPublished policy) {
    return Rows.read("evidence " + row.get(EVIDENCES.ID), () -> evidence(row, policy));
  }

  private Evidence evidence(Record row, PolicyPublished policy) {
    return new Evidence(
        policy,
        new PolicyEvaluated(
            Lists.word(Disposition.class, row.get(EVIDENCES.DISPOSITION)),
            Lists.word(PolicyEvaluated.Verdict.class, row.get(EVIDENCES.EVALUATED_DKIM)),
            Lists.word(PolicyEvaluated.Verdict.class, row.get(EVIDENCES.EVALUATED_SPF)),
            shared(reasons, row.get(EVIDENCES.REASONS), Lists::reasons)),
        new Identifiers(
            domain(row.get(EVIDENCES.HEADER_FROM)),
            domain(row.get(EVIDENCES.ENVELOPE_FROM)),
            row.get(EVIDENCES.NULL_SENDER),
            domain(row.get(EVIDENCES.ENVELOPE_TO))),
        new AuthResults(
            shared(dkim, row.get(EVIDENCES.DKIM), Lists::dkim),
            shared(spf, row.get(EVIDENCES.SPF), Lists::spf)),
        shared(deviations, row.get(EVIDENCES.DEVIATIONS), Lists::deviations));
  }

  private Optional<DomainName> domain(String text) {
    return domains.computeIfAbsent(text, Lists::domain);
  }

  private static <T> List<T> shared(
      Map<String, List<T>> known, String column, Function<String, List<T>> read) {
    return known.computeIfAbsent(column, one -> List.copyOf(read.apply(one)));
  }
}
