package dmarcreports.store.postgres;

import static dmarcreports.store.columns.EvidenceColumns.EVIDENCES;
import static dmarcreports.store.columns.PolicyColumns.POLICIES;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.postgres.Pending.EvidenceRow;
import dmarcreports.store.postgres.Pending.PolicyRow;
import dmarcreports.store.postgres.Pending.RecordRow;
import dmarcreports.store.rows.Insert;
import dmarcreports.store.rows.NextIds;
import dmarcreports.store.sql.Sql;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is stored once however many refer to it, inside a transaction in which nobody else writes:
 * many are looked up, and stored where they are new, at a time.
 */
final class StoredOnce {
  private final OpenDatabase open;
  private final Map<ByteBuffer, Integer> policies = new HashMap<>();

  StoredOnce(OpenDatabase open) {
    this.open = open;
  }

  /** The id of a policy that was stored. */
  Integer policy(PolicyRow policy) {
    return policies.get(hash(policy));
  }

  private static ByteBuffer hash(PolicyRow policy) {
    return ByteBuffer.wrap(policy.hash());
  }

  /** Those that are new are stored now. */
  void storePolicies(Collection<PolicyRow> wanted) throws SQLException {
    Map<ByteBuffer, PolicyRow> missing = new LinkedHashMap<>();
    wanted.forEach(one -> missing.put(hash(one), one));
    missing.keySet().removeAll(policies.keySet());
    find("policies", missing, policies);
    int id = NextIds.after(open, Sql.LAST_POLICY);
    try (Insert insert = new Insert(open, Sql.INSERT_POLICY, POLICIES)) {
      for (Map.Entry<ByteBuffer, PolicyRow> one : missing.entrySet()) {
        insert.setAll(one.getValue().row()).set(POLICIES.ID, id).add();
        policies.put(one.getKey(), id++);
      }
      insert.flush();
    }
  }

  /** The ids of the evidences of records, by their hashes; those that are new are stored now. */
  Map<ByteBuffer, Integer> storeEvidences(Collection<RecordRow> records) throws SQLException {
    Map<ByteBuffer, EvidenceRow> missing = new LinkedHashMap<>();
    records.forEach(one -> missing.put(ByteBuffer.wrap(one.evidence().hash()), one.evidence()));
    Map<ByteBuffer, Integer> ids = new HashMap<>();
    find("evidences", missing, ids);
    if (missing.isEmpty()) {
      return ids;
    }
    storePolicies(missing.values().stream().map(EvidenceRow::policy).toList());
    int id = NextIds.after(open, Sql.LAST_EVIDENCE);
    try (Insert insert = new Insert(open, Sql.INSERT_EVIDENCE, EVIDENCES)) {
      for (Map.Entry<ByteBuffer, EvidenceRow> one : missing.entrySet()) {
        insert
            .setAll(one.getValue().row())
            .set(EVIDENCES.ID, id)
            .set(EVIDENCES.POLICY_ID, policy(one.getValue().policy()))
            .add();
        ids.put(one.getKey(), id++);
      }
      insert.flush();
    }
    return ids;
  }

  /** The ids of the rows whose hashes are there; they are missing no more. */
  private void find(String table, Map<ByteBuffer, ?> missing, Map<ByteBuffer, Integer> ids)
      throws SQLException {
    if (missing.isEmpty()) {
      return;
    }
    byte[][] hashes = missing.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
    try (PreparedStatement select =
        open.connection()
            .prepareStatement("select hash, id from " + table + " where hash = any (?)")) {
      select.setArray(1, open.connection().createArrayOf("bytea", hashes));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          ByteBuffer hash = ByteBuffer.wrap(found.getBytes(1));
          ids.put(hash, found.getInt(2));
          missing.remove(hash);
        }
      }
    }
  }
}
