package dmarcreports.store.rows;

import dmarcreports.store.open.OpenDatabase;
import dmarcreports.store.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The documents that were read before, by their hashes. */
public final class Documents {
  private final OpenDatabase open;
  private final Function<byte[], List<Integer>> policies;
  private final Map<Integer, String> domains = new HashMap<>();

  /**
   * @param policies the ids of the policies of the reports of a document
   */
  public Documents(OpenDatabase open, Function<byte[], List<Integer>> policies) {
    this.open = open;
    this.policies = policies;
  }

  /** The policy domain of the report that was read from a document; empty where none was. */
  public Optional<String> domainOf(byte[] hash) {
    return policies.apply(hash).stream()
        .findFirst()
        .map(policy -> domains.computeIfAbsent(policy, this::domain));
  }

  private String domain(int policy) {
    return open.all(Sql.DOMAIN_OF_POLICY, row -> row.getString(1), policy).get(0);
  }
}
