package dmarcreports.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The statements as jOOQ writes them for H2: a line each, its name and its text. */
public final class KeptSql {
  private static final String FILE = "h2.sql";
  private static final Map<Sql, String> TEXTS = read();

  private KeptSql() {}

  /** The text of a statement. */
  public static String text(Sql statement) {
    return TEXTS.get(statement);
  }

  private static Map<Sql, String> read() {
    Map<Sql, String> texts = new EnumMap<>(Sql.class);
    try (InputStream file = KeptSql.class.getResourceAsStream(FILE)) {
      String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.split("\n", -1)) {
        int end = line.indexOf(": ");
        if (end > 0) {
          texts.put(Sql.valueOf(line.substring(0, end)), line.substring(end + 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
