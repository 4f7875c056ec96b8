package dmarcreports.store.h2;

import dmarcreports.store.open.SchemaFiles;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.h2.tools.RunScript;

/**
 * All tables of a new H2 database, made from the files alone, and the history that Flyway would
 * have left of them, for the day when it migrates them. Flyway makes the same, and costs as much as
 * reading ten reports.
 */
final class NewTables {
  /** H2 commits after each statement; writing each of them apart fills 900 KB. */
  private static final String AT_ONCE = "set write_delay 10000";

  private static final String AS_USUAL = "set write_delay 0";

  private static final String HISTORY =
      """
      create table "flyway_schema_history" (
        "installed_rank" int not null,
        "version" varchar(50),
        "description" varchar(200) not null,
        "type" varchar(20) not null,
        "script" varchar(1000) not null,
        "checksum" int,
        "installed_by" varchar(100) not null,
        "installed_on" timestamp default current_timestamp not null,
        "execution_time" int not null,
        "success" boolean not null,
        constraint "flyway_schema_history_pk" primary key ("installed_rank")
      );
      create index "flyway_schema_history_s_idx" on "flyway_schema_history" ("success");
      insert into "flyway_schema_history" values (-1, null,
        '<< Flyway Schema History table created >>', 'TABLE', '', null, current_user, default, 0, true)
      """;

  private static final String ENTRY =
      "insert into \"flyway_schema_history\""
          + " values (?, ?, ?, 'SQL', ?, ?, current_user, default, 0, true)";

  private NewTables() {}

  static void make(Connection connection) throws SQLException {
    run(connection, AT_ONCE);
    run(connection, HISTORY);
    try (PreparedStatement entry = connection.prepareStatement(ENTRY)) {
      for (int i = 0; i < SchemaFiles.NAMES.size(); i++) {
        String name = SchemaFiles.NAMES.get(i);
        String text = SchemaFiles.text(name);
        run(connection, text);
        int dash = name.indexOf('-');
        entry.setInt(1, i + 1);
        entry.setString(2, name.substring(0, dash));
        entry.setString(3, name.substring(dash + 1, name.lastIndexOf('.')));
        entry.setString(4, name);
        entry.setInt(5, checksum(text));
        entry.execute();
      }
    }
    run(connection, AS_USUAL);
  }

  private static void run(Connection connection, String script) throws SQLException {
    RunScript.execute(connection, new StringReader(script));
  }

  private static int checksum(String text) {
    CRC32 lines = new CRC32();
    text.lines().forEach(line -> lines.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) lines.getValue();
  }
}
