package dmarcreports.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.store.Databases;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.SchemaFiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class NewTablesTest {
  /** To the last word but the times: Flyway goes on from here without noticing. */
  @Test
  void areWhatFlywayMakes() throws SQLException {
    Database here = Databases.parse("jdbc:h2:mem:made-here;DB_CLOSE_DELAY=-1");
    Database there = Databases.parse("jdbc:h2:mem:made-by-flyway;DB_CLOSE_DELAY=-1");
    flyway(there).migrate();
    try (Connection made = H2Connection.open(here, H2Connection.SETTINGS);
        Connection expected = H2Connection.open(there, H2Connection.SETTINGS)) {
      NewTables.make(made);
      assertEquals(Migrations.VERSION, Migrations.versionOf(made));
      String script = script(expected);
      assertTrue(script.contains("007-hashes.sql"), script);
      assertEquals(script, script(made));
      flyway(here).validate();
      assertEquals(0, flyway(here).migrate().migrationsExecuted);
    }
  }

  private static Flyway flyway(Database database) {
    return Flyway.configure()
        .dataSource(database.url() + H2Connection.SETTINGS, H2Connection.USER, database.password())
        .locations("classpath:" + SchemaFiles.FOLDER)
        .sqlMigrationPrefix("")
        .sqlMigrationSeparator("-")
        .load();
  }

  private static String script(Connection connection) throws SQLException {
    StringBuilder script = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("script nopasswords nosettings")) {
      while (lines.next()) {
        script.append(lines.getString(1)).append('\n');
      }
    }
    return script
        .toString()
        .replaceAll("TIMESTAMP '[^']*', \\d+", "a time")
        .replaceAll("SALT '\\w*' HASH '\\w*'", "a password");
  }
}
