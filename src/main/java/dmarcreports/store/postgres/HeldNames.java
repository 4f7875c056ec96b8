package dmarcreports.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a run holds by name, as long as its connection lasts: advisory locks of a session. */
final class HeldNames {
  private static final String HOLDER =
      "select coalesce('on ' || host(a.client_addr), 'on the same machine')"
          + " || to_char(a.backend_start at time zone 'UTC', '\", since \"YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
          + " from pg_locks l join pg_stat_activity a on a.pid = l.pid"
          + " join pg_database d on d.oid = l.database and d.datname = current_database()"
          + " where l.locktype = 'advisory' and l.objsubid = 1 and l.granted"
          + " and l.classid::bigint << 32 | l.objid::bigint = hashtextextended(?, 0)";

  private final Set<String> held = new LinkedHashSet<>();

  /**
   * Takes a name.
   *
   * @return who has it; empty where this run has
   */
  Optional<String> take(Connection connection, String name) throws SQLException {
    if (held.contains(name)) {
      return Optional.empty();
    }
    boolean taken = lock(connection, name);
    if (taken) {
      held.add(name);
      return Optional.empty();
    }
    return Optional.of(holder(connection, name));
  }

  /**
   * Takes over another connection what was held over one that is gone.
   *
   * @return one that somebody else has now
   */
  Optional<String> takeAgain(Connection connection) throws SQLException {
    for (String name : held) {
      if (!lock(connection, name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean lock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
      statement.setString(1, name);
      try (ResultSet done = statement.executeQuery()) {
        done.next();
        return done.getBoolean(1);
      }
    }
  }

  private static String holder(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        String holder = row.next() ? row.getString(1) : null;
        return holder == null ? "on the same database" : holder;
      }
    }
  }
}
