package dmarcreports.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The files of {@code sql/} as PostgreSQL reads them. What a text becomes must stay as it is: its
 * checksum is in databases.
 */
final class TranslatedFiles implements ResourceProvider {
  /** All of them, in their order. */
  static final List<String> NAMES =
      List.of("001-reports.sql", "002-announcements.sql", "003-housekeeping.sql");

  private final String folder;

  TranslatedFiles(String folder) {
    this.folder = folder;
  }

  /**
   * A text in H2's words in those of PostgreSQL. Bytes have another name there. Texts are compared
   * by their code points, whatever language the server speaks. A tree of values takes none that is
   * longer than a third of a page, a hash of any length finds what is equal.
   */
  static String translated(String sql) {
    return sql.replaceAll("\\b(var)?binary\\(\\d+\\)", "bytea")
        .replaceAll("\\bvarchar\\(\\d+\\)", "$0 collate \"C\"")
        .replaceAll("\\b(create index \\w+ on \\w+) (\\(\\w+\\))", "$1 using hash $2");
  }

  @Override
  public LoadableResource getResource(String name) {
    return NAMES.contains(name) ? new Translated(name) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return NAMES.stream()
        .filter(name -> name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
        .<LoadableResource>map(Translated::new)
        .toList();
  }

  private final class Translated extends LoadableResource {
    private final String name;

    Translated(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      String path = folder + "/" + name;
      try (InputStream file = TranslatedFiles.class.getClassLoader().getResourceAsStream(path)) {
        return new StringReader(
            translated(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return getRelativePath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getRelativePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return folder + "/" + name;
    }
  }
}
