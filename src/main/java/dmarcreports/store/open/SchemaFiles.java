package dmarcreports.store.open;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of {@code sql/}, in the words of H2. */
public final class SchemaFiles {
  /** Where the jar has them. */
  public static final String FOLDER = "dmarcreports/sql";

  /** All of them, in their order. */
  public static final List<String> NAMES =
      List.of(
          "001-reports.sql",
          "002-announcements.sql",
          "003-housekeeping.sql",
          "004-mailboxes.sql",
          "005-lookups.sql",
          "006-deliveries.sql",
          "007-hashes.sql");

  private SchemaFiles() {}

  public static String text(String name) {
    try (InputStream file =
        SchemaFiles.class.getClassLoader().getResourceAsStream(FOLDER + "/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
