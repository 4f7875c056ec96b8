package dmarcreports.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.PostgresServer;
import dmarcreports.store.Databases;
import dmarcreports.store.open.Migrations;
import dmarcreports.store.open.StoreException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of {@code sql/} and the note that it was run are committed at once, or neither is. */
class BrokenOffSchemaTest {
  private final String url = PostgresServer.shared().newDatabase();

  /** The server refuses the note when it is committed, as if the program had been killed there. */
  private void refuse(int version) {
    PostgresServer.execute(
        url,
        """
        create schema beside;
        create function beside.refuse() returns trigger language plpgsql as
          $$begin raise exception 'broken off'; end$$;
        create function beside.watch() returns event_trigger language plpgsql as
          $$begin
            if to_regclass('flyway_schema_history') is not null
                and not exists (select 1 from pg_trigger where tgname = 'refusing') then
              create constraint trigger refusing after insert on flyway_schema_history
                deferrable initially deferred for each row when (new.version = '%03d')
                execute function beside.refuse();
            end if;
          end$$;
        create event trigger watching on ddl_command_end when tag in ('CREATE TABLE')
          execute function beside.watch()
        """
            .formatted(version));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, Migrations.VERSION})
  void nextRunGoesOn(int version) {
    refuse(version);
    StoreException broken = assertThrows(StoreException.class, this::open);
    assertTrue(broken.getMessage().contains("broken off"), broken.getMessage());
    PostgresServer.execute(url, "drop event trigger watching; drop schema beside cascade");
    open();
    assertEquals(
        String.valueOf(Migrations.VERSION),
        PostgresServer.value(url, "select count(*) from flyway_schema_history where success"));
  }

  private void open() {
    PostgresDatabase.open(
            Databases.parse(url), Duration.ZERO, true, new Migrations(Migrations.VERSION))
        .close();
  }
}
