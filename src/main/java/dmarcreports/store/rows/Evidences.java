package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.EVIDENCES;
import static dmarcreports.store.tables.Tables.POLICIES;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.DiscoveryMethod;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.Policy;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.open.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Policies and evidences, each stored once. */
public final class Evidences {
  private static final int KEPT = 20_000;

  private final ByHash<Integer> policyIds;
  private final ByHash<Integer> evidenceIds;
  private final HashFilter storedEvidences;
  private final Insert insertPolicy;
  private final Insert insertEvidence;
  private final Map<PolicyPublished, Stored> policies = new HashMap<>();
  private final Map<Evidence, Stored> evidences =
      new LinkedHashMap<>(1 << 10, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Evidence, Stored> eldest) {
          return size() > KEPT;
        }
      };
  private final List<Object> uncertain = new ArrayList<>();
  private int nextPolicy;
  private int nextEvidence;

  public Evidences(OpenDatabase open) throws SQLException {
    DSLContext db = open.db();
    nextPolicy =
        NextIds.after(db.select(DSL.max(POLICIES.ID)).from(POLICIES).fetchOne(0, Integer.class));
    nextEvidence =
        NextIds.after(db.select(DSL.max(EVIDENCES.ID)).from(EVIDENCES).fetchOne(0, Integer.class));
    policyIds = new ByHash<>(open, POLICIES.ID, POLICIES.HASH);
    evidenceIds = new ByHash<>(open, EVIDENCES.ID, EVIDENCES.HASH);
    storedEvidences = new HashFilter(open, EVIDENCES.HASH);
    insertPolicy = new Insert(open, POLICIES);
    insertEvidence = new Insert(open, EVIDENCES);
  }

  /** The row of something stored. */
  public record Stored(int id, byte[] hash) {}

  /** What was stored since the last call of {@link #settle()} was rolled back. */
  public void forget() {
    for (Object one : uncertain) {
      policies.remove(one);
      evidences.remove(one);
    }
    uncertain.clear();
    insertPolicy.forget();
    insertEvidence.forget();
  }

  /** All that was stored so far is in the tables. */
  public void flush() {
    insertPolicy.flush();
    insertEvidence.flush();
  }

  /** What was stored stays. */
  public void settle() {
    uncertain.clear();
  }

  /** The row of a policy, stored now where it is new. */
  public Stored store(PolicyPublished policy) {
    Stored known = policies.get(policy);
    if (known != null) {
      return known;
    }
    byte[] hash = hash(policy);
    Integer id = policyIds.first(hash).orElse(null);
    if (id == null) {
      id = nextPolicy++;
      insertPolicy.setAll(row(policy).checked(POLICIES)).set(POLICIES.ID, id).add();
      uncertain.add(policy);
    }
    Stored stored = new Stored(id, hash);
    policies.put(policy, stored);
    return stored;
  }

  /** The row of an evidence, stored now where it is new. */
  public Stored store(Evidence evidence) {
    Stored known = evidences.get(evidence);
    if (known != null) {
      return known;
    }
    Row row = row(evidence);
    byte[] hash = row.get(EVIDENCES.HASH);
    Integer id = storedEvidences.mayHold(hash) ? evidenceIds.first(hash).orElse(null) : null;
    if (id == null) {
      id = nextEvidence++;
      storedEvidences.add(hash);
      insertEvidence
          .setAll(row.checked(EVIDENCES))
          .set(EVIDENCES.ID, id)
          .set(EVIDENCES.POLICY_ID, store(evidence.policy()).id())
          .add();
      uncertain.add(evidence);
    }
    Stored stored = new Stored(id, hash);
    evidences.put(evidence, stored);
    return stored;
  }

  /** What stands for an evidence, stored or not. */
  public byte[] hash(Evidence evidence) {
    Stored known = evidences.get(evidence);
    return known != null ? known.hash() : new Columns(evidence).hash;
  }

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
   * The policy in a row.
   *
   * @throws StoreException where there is none
   */
  public static PolicyPublished policy(Record row) {
    return Rows.read("policy " + row.get(POLICIES.ID), () -> policyOf(row));
  }

  private static PolicyPublished policyOf(Record row) {
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
