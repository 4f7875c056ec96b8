package planted.dmarcreports.report;

import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks a rule of the house. */
public final class ReadsFiles {
  private ReadsFiles() {}

  static boolean broken(Path path) {
    return Files.exists(path);
  }
}
