package dmarcreports.store.rows;

import static dmarcreports.store.tables.Tables.POLICIES;
import static dmarcreports.store.tables.Tables.REPORTS;

import dmarcreports.store.open.OpenDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The documents that were read before, by their hashes. */
public final class Documents {
  private final OpenDatabase open;
  private final ByHash<Integer> policies;
  private final Map<Integer, String> domains = new HashMap<>();

  public Documents(OpenDatabase open) {
    this.open = open;
    policies = new ByHash<>(open, REPORTS.POLICY_ID, REPORTS.DOCUMENT_HASH);
  }

  /** The policy domain of the report that was read from a document; empty where none was. */
  public Optional<String> domainOf(byte[] hash) {
    return policies.first(hash).map(policy -> domains.computeIfAbsent(policy, this::domain));
  }

  private String domain(int policy) {
    return open.db()
        .select(POLICIES.DOMAIN)
        .from(POLICIES)
        .where(POLICIES.ID.eq(policy))
        .fetchSingle(POLICIES.DOMAIN);
  }
}
