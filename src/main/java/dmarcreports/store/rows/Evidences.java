package dmarcreports.store.rows;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;
import static dmarcreports.store.columns.PolicyColumns.POLICIES;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DiscoveryMethod;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.open.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What is written of policies and evidences, and what stands for each of them. */
public final class Evidences {
  private Evidences() {}

  /** What stands for an evidence, computed anew. */
  public static byte[] hashOf(Evidence evidence) {
    return new Columns(evidence).hash;
  }

  public static byte[] hash(PolicyPublished policy) {
    return new Fingerprint()
        .add(policy.domain())
        .add(policy.p())
        .add(policy.sp())
        .add(policy.np())
        .add(policy.adkim())
        .add(policy.aspf())
        .add(policy.pct())
        .add(policy.fo())
        .add(policy.testing())
        .add(policy.discoveryMethod())
        .bytes();
  }

  /** The columns of a policy, but for its id. */
  public static Row row(PolicyPublished policy) {
    return new Row(POLICIES)
        .set(POLICIES.HASH, hash(policy))
        .set(POLICIES.DOMAIN, policy.domain().text())
        .set(POLICIES.P, Lists.word(policy.p()))
        .set(POLICIES.SP, Lists.word(policy.sp()))
        .set(POLICIES.NP, Lists.word(policy.np()))
        .set(POLICIES.ADKIM, Lists.word(policy.adkim()))
        .set(POLICIES.ASPF, Lists.word(policy.aspf()))
        .set(POLICIES.PCT, policy.pct().map(Integer::shortValue).orElse(null))
        .set(POLICIES.FO, policy.fo().orElse(null))
        .set(POLICIES.TESTING, policy.testing().orElse(null))
        .set(POLICIES.DISCOVERY_METHOD, Lists.word(policy.discoveryMethod()));
  }

  /** The columns of an evidence, but for its id and its policy's. */
  public static Row row(Evidence evidence) {
    Columns columns = new Columns(evidence);
    Identifiers identifiers = evidence.identifiers();
    return new Row(EVIDENCES)
        .set(EVIDENCES.HASH, columns.hash)
        .set(EVIDENCES.HEADER_FROM, Lists.text(identifiers.headerFrom()))
        .set(EVIDENCES.ENVELOPE_FROM, Lists.text(identifiers.envelopeFrom()))
        .set(EVIDENCES.NULL_SENDER, identifiers.nullSender())
        .set(EVIDENCES.ENVELOPE_TO, Lists.text(identifiers.envelopeTo()))
        .set(EVIDENCES.DISPOSITION, Lists.word(evidence.policyEvaluated().disposition()))
        .set(EVIDENCES.EVALUATED_DKIM, Lists.word(evidence.policyEvaluated().dkim()))
        .set(EVIDENCES.EVALUATED_SPF, Lists.word(evidence.policyEvaluated().spf()))
        .set(EVIDENCES.REASONS, columns.reasons)
        .set(EVIDENCES.DKIM, columns.dkim)
        .set(EVIDENCES.SPF, columns.spf)
        .set(EVIDENCES.DEVIATIONS, columns.deviations);
  }

  /** The lists of an evidence, and what stands for all of it. */
  private static final class Columns {
    private final String reasons;
    private final String dkim;
    private final String spf;
    private final String deviations;
    private final byte[] hash;

    Columns(Evidence evidence) {
      reasons = Lists.ofReasons(evidence.policyEvaluated().reasons());
      dkim = Lists.ofDkim(evidence.authResults().dkim());
      spf = Lists.ofSpf(evidence.authResults().spf());
      deviations = Lists.ofDeviations(evidence.deviations());
      Identifiers identifiers = evidence.identifiers();
      hash =
          new Fingerprint()
              .add(Evidences.hash(evidence.policy()))
              .add(identifiers.headerFrom())
              .add(identifiers.envelopeFrom())
              .add(identifiers.nullSender())
              .add(identifiers.envelopeTo())
              .add(evidence.policyEvaluated().disposition())
              .add(evidence.policyEvaluated().dkim())
              .add(evidence.policyEvaluated().spf())
              .add(reasons)
              .add(dkim)
              .add(spf)
              .add(deviations)
              .bytes();
    }
  }

  /**
   * The policy in a row of {@link dmarcreports.store.sql.Sql#POLICIES}.
   *
   * @throws StoreException where there is none
   */
  public static PolicyPublished policy(ResultSet row) throws SQLException {
    Object[] values = new Object[POLICIES.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getObject(i + 1, POLICIES.at(i).type());
    }
    return Rows.read(
        "policy " + row.getInt(POLICIES.ID.place() + 1), () -> policy(new Row(POLICIES, values)));
  }

  /** The policy in a row that no database holds. */
  public static PolicyPublished policy(Row row) {
    return new PolicyPublished(
        new DomainName(row.get(POLICIES.DOMAIN)),
        Lists.word(Policy.class, row.get(POLICIES.P)),
        Lists.word(Policy.class, row.get(POLICIES.SP)),
        Lists.word(Policy.class, row.get(POLICIES.NP)),
        Lists.word(AlignmentMode.class, row.get(POLICIES.ADKIM)),
        Lists.word(AlignmentMode.class, row.get(POLICIES.ASPF)),
        Optional.ofNullable(row.get(POLICIES.PCT)).map(Short::intValue),
        Optional.ofNullable(row.get(POLICIES.FO)),
        Optional.ofNullable(row.get(POLICIES.TESTING)),
        Lists.word(DiscoveryMethod.class, row.get(POLICIES.DISCOVERY_METHOD)));
  }
}
