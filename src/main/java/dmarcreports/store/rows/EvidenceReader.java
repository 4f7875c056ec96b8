package dmarcreports.store.rows;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;

import dmarcreports.report.AuthResults;
import dmarcreports.report.Deviation;
import dmarcreports.report.Disposition;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.open.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes evidences of rows. The same few lists and names stand in many of them: each is read once,
 * and shared.
 */
public final class EvidenceReader {
  /**
   * How many columns there are but for the hash; of each, its place in the table and in a query.
   */
  private static final int COLUMNS = EVIDENCES.size() - 1;

  private final Map<String, Optional<Disposition>> dispositions = new HashMap<>();
  private final Map<String, Optional<PolicyEvaluated.Verdict>> verdicts = new HashMap<>();
  private final Map<String, Optional<DomainName>> domains = new HashMap<>();
  private final Map<String, List<PolicyEvaluated.Reason>> reasons = new HashMap<>();
  private final Map<String, List<AuthResults.Dkim>> dkim = new HashMap<>();
  private final Map<String, List<AuthResults.Spf>> spf = new HashMap<>();
  private final Map<String, List<Deviation>> deviations = new HashMap<>();

  /**
   * The id of the policy of the evidence in a row of {@link dmarcreports.store.sql.Sql#EVIDENCES}.
   */
  public static int policy(ResultSet row) throws SQLException {
    return row.getInt(2);
  }

  /**
   * The evidence in a row.
   *
   * @throws StoreException where there is none
   */
  public Evidence read(ResultSet row, PolicyPublished policy) throws SQLException {
    int id = row.getInt(1);
    boolean nullSender = row.getBoolean(5);
    String[] cells = new String[COLUMNS + 1];
    for (int i = 3; i < cells.length; i++) {
      cells[i] = i == 5 ? null : row.getString(i);
    }
    return Rows.read("evidence " + id, () -> evidence(policy, nullSender, cells));
  }

  /** The evidence in a row that no database holds. */
  public Evidence read(Row row, PolicyPublished policy) {
    Object[] values = row.values();
    String[] cells = new String[COLUMNS + 1];
    for (int i = 3; i < cells.length; i++) {
      cells[i] = i == 5 ? null : (String) values[i];
    }
    return evidence(policy, row.get(EVIDENCES.NULL_SENDER), cells);
  }

  private Evidence evidence(PolicyPublished policy, boolean nullSender, String[] cells) {
    return new Evidence(
        policy,
        new PolicyEvaluated(
            dispositions.computeIfAbsent(cells[7], word -> Lists.word(Disposition.class, word)),
            verdict(cells[8]),
            verdict(cells[9]),
            shared(reasons, cells[10], Lists::reasons)),
        new Identifiers(domain(cells[3]), domain(cells[4]), nullSender, domain(cells[6])),
        new AuthResults(shared(dkim, cells[11], Lists::dkim), shared(spf, cells[12], Lists::spf)),
        shared(deviations, cells[13], Lists::deviations));
  }

  private Optional<PolicyEvaluated.Verdict> verdict(String text) {
    return verdicts.computeIfAbsent(text, word -> Lists.word(PolicyEvaluated.Verdict.class, word));
  }

  private Optional<DomainName> domain(String text) {
    return domains.computeIfAbsent(text, Lists::domain);
  }

  private static <T> List<T> shared(
      Map<String, List<T>> known, String column, Function<String, List<T>> read) {
    return known.computeIfAbsent(column, one -> List.copyOf(read.apply(one)));
  }
}
