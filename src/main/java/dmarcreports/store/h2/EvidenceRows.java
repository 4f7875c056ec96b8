package dmarcreports.store.h2;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;
import static dmarcreports.store.columns.PolicyColumns.POLICIES;

import dmarcreports.report.Evidence;
import dmarcreports.report.PolicyPublished;
import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.rows.ByHash;
import dmarcreports.store.rows.Evidences;
import dmarcreports.store.rows.Insert;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.rows.Row;
import dmarcreports.store.sql.Sql;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Policies and evidences on their way into their tables, each once. */
final class EvidenceRows {
  private static final int KEPT = 20_000;

  private final ByHash<Integer> policyIds;
  private final TableHashes table;
  private final Hashes hashes;
  private final HashedRows<Integer> evidenceIds;
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
  private int nextPolicy;
  private int nextEvidence;
  private int settledPolicy;
  private int settledEvidence;
  private int settledHashes;

  EvidenceRows(OpenDatabase open) {
    nextPolicy = NextIds.after(open, Sql.LAST_POLICY);
    policyIds = new ByHash<>(open, Integer.class, Sql.POLICIES_OF_HASH);
    table = TableHashes.ofEvidences(open);
    hashes = table.of(HashKind.EVIDENCE);
    evidenceIds = new HashedRows<>(open, hashes, Integer.class, Sql.EVIDENCE_IF_HASH);
    nextEvidence = table.nextId();
    insertPolicy = new Insert(open, Sql.INSERT_POLICY, POLICIES);
    insertEvidence = new Insert(open, Sql.INSERT_EVIDENCE, EVIDENCES);
    settle();
  }

  /** The row of something stored. */
  record Stored(int id, byte[] hash) {}

  /** What was stored since the last call of {@link #settle()} was rolled back. */
  void forget() {
    if (nextPolicy > settledPolicy) {
      policies.values().removeIf(policy -> policy.id() >= settledPolicy);
    }
    if (nextEvidence > settledEvidence) {
      evidences.values().removeIf(evidence -> evidence.id() >= settledEvidence);
    }
    hashes.takeBack(settledHashes);
    insertPolicy.forget();
    insertEvidence.forget();
    settle();
  }

  /** All that was stored so far is in the tables. */
  void flush() {
    insertPolicy.flush();
    insertEvidence.flush();
  }

  /** What was stored stays. */
  void settle() {
    settledPolicy = nextPolicy;
    settledEvidence = nextEvidence;
    settledHashes = hashes.added();
  }

  /** The hashes of what was stored are kept, where there are many or the run is over. */
  void saveHashes(boolean isOver) {
    if (isOver) {
      table.save();
    } else {
      table.saveMany();
    }
  }

  /** The row of a policy, stored now where it is new. */
  Stored store(PolicyPublished policy) {
    Stored known = policies.get(policy);
    if (known != null) {
      return known;
    }
    byte[] hash = Evidences.hash(policy);
    Integer id = policyIds.first(hash).orElse(null);
    if (id == null) {
      id = nextPolicy++;
      insertPolicy.setAll(Evidences.row(policy).checked(POLICIES)).set(POLICIES.ID, id).add();
    }
    Stored stored = new Stored(id, hash);
    policies.put(policy, stored);
    return stored;
  }

  /** The row of an evidence, stored now where it is new. */
  Stored store(Evidence evidence) {
    Stored known = evidences.get(evidence);
    if (known != null) {
      return known;
    }
    Row row = Evidences.row(evidence);
    byte[] hash = row.get(EVIDENCES.HASH);
    Stored stored = new Stored(find(hash).orElseGet(() -> insert(evidence, row)), hash);
    evidences.put(evidence, stored);
    return stored;
  }

  private OptionalInt find(byte[] hash) {
    OptionalInt added = hashes.findAdded(hash);
    return added.isPresent()
        ? added
        : evidenceIds.allStored(hash).stream().mapToInt(Integer::intValue).findFirst();
  }

  private int insert(Evidence evidence, Row row) {
    int id = nextEvidence++;
    table.add(HashKind.EVIDENCE, row.get(EVIDENCES.HASH), id);
    insertEvidence
        .setAll(row.checked(EVIDENCES))
        .set(EVIDENCES.ID, id)
        .set(EVIDENCES.POLICY_ID, store(evidence.policy()).id())
        .add();
    return id;
  }

  /** What stands for an evidence, stored or not. */
  byte[] hash(Evidence evidence) {
    Stored known = evidences.get(evidence);
    return known != null ? known.hash() : Evidences.hashOf(evidence);
  }
}
