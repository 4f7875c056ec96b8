package dmarcreports.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptSqlTest {
  private static final Path FILE = Path.of("src/main/resources/dmarcreports/store/sql/h2.sql");
  private static final Written WRITTEN = new Written(DSL.using(SQLDialect.H2));

  /** {@code -Dgolden.update=true} rewrites the file, and still fails. */
  @Test
  void theFileIsWhatJooqWrites() throws IOException {
    String written =
        Stream.of(Sql.values())
            .map(one -> one + ": " + WRITTEN.text(one) + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, written);
      fail("rewritten: " + FILE);
    }
    assertEquals(written, Files.readString(FILE));
  }

  @ParameterizedTest
  @EnumSource
  void eachStatementIsFound(Sql statement) {
    assertEquals(WRITTEN.text(statement), KeptSql.text(statement));
  }
}
