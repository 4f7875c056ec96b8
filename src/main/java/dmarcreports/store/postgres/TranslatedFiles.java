package dmarcreports.store.postgres;

import dmarcreports.store.open.SchemaFiles;
import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The files of {@code sql/} as PostgreSQL reads them. What a text becomes must stay as it is: its
 * checksum is in databases.
 */
final class TranslatedFiles implements ResourceProvider {
  /**
   * A text in H2's words in those of PostgreSQL. Bytes have another name there. Texts are compared
   * by their code points, whatever language the server speaks. A tree of values takes none that is
   * longer than a third of a page, a hash of any length finds what is equal. What is for H2 alone
   * is not there.
   */
  static String translated(String sql) {
    return sql.replaceAll("(?s)\n-- From here on for H2 alone.*", "\n")
        .replaceAll("\\b(var)?binary\\(\\d+\\)", "bytea")
        .replaceAll("\\bvarchar\\(\\d+\\)", "$0 collate \"C\"")
        .replaceAll("\\b(create index \\w+ on \\w+) (\\(\\w+\\))", "$1 using hash $2");
  }

  @Override
  public LoadableResource getResource(String name) {
    return SchemaFiles.NAMES.contains(name) ? new Translated(name) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return SchemaFiles.NAMES.stream()
        .filter(name -> name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
        .<LoadableResource>map(Translated::new)
        .toList();
  }

  private static final class Translated extends LoadableResource {
    private final String name;

    Translated(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      return new StringReader(translated(SchemaFiles.text(name)));
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
      return SchemaFiles.FOLDER + "/" + name;
    }
  }
}
