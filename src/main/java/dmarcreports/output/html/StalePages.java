package dmarcreports.output.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;

/** Pages of domains of which nothing is told any more. They are known by what they begin with. */
public final class StalePages {
  /** Stands in the first lines of every page. */
  private static final String MARK = "name=\"generator\" content=\"dmarc-reports\"";

  private static final int FIRST_BYTES = 200;

  private StalePages() {}

  /**
   * Removes them. Whatever somebody else has put there stays.
   *
   * @param directory where pages were written
   * @param written the names of those that are there now
   */
  public static void remove(Path directory, Collection<String> written) throws IOException {
    Path pages = directory.resolve(HtmlOutput.DIRECTORY);
    if (!Files.isDirectory(pages)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(pages, "*.html")) {
      for (Path file : files) {
        if (!written.contains(HtmlOutput.DIRECTORY + file.getFileName()) && isOurs(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOurs(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
      return false;
    }
    try (InputStream begin = Files.newInputStream(file)) {
      return new String(begin.readNBytes(FIRST_BYTES), StandardCharsets.UTF_8).contains(MARK);
    }
  }
}
