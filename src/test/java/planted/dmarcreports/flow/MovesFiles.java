package planted.dmarcreports.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks a rule of the house. */
public final class MovesFiles {
  private MovesFiles() {}

  static void broken(Path from, Path to) throws IOException {
    Files.move(from, to);
  }
}
