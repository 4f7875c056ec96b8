package dmarcreports.mailbox;

import dmarcreports.file.MovedFile;
import dmarcreports.mail.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What an input was like before it was read. */
public final class Look {
  private final Optional<Path> path;
  private final Optional<MovedFile.Stamp> before;
  private final Optional<MovedFile.Stamp> stamp;

  private Look(
      Optional<Path> path, Optional<MovedFile.Stamp> before, Optional<MovedFile.Stamp> stamp) {
    this.path = path;
    this.before = before;
    this.stamp = stamp;
  }

  /**
   * Looks at an input that is read next.
   *
   * @param leaving whether it may leave its place afterwards
   */
  public static Look at(Input input, boolean leaving) throws IOException {
    Optional<Path> path = input.path();
    Optional<MovedFile.Stamp> stamp =
        leaving && path.isPresent() ? stamp(path.get()) : Optional.empty();
    return new Look(
        path, path.isPresent() ? MovedFile.Stamp.ofTarget(path.get()) : Optional.empty(), stamp);
  }

  private static Optional<MovedFile.Stamp> stamp(Path file) {
    try {
      return MovedFile.Stamp.of(file);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Where a file lies, whichever way it was named. */
  public static String place(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /** For what becomes of the file later. */
  Optional<MovedFile.Stamp> stamp() {
    return stamp;
  }

  /** Whether all that was read since is what the input held at one time. */
  public boolean isUnchanged() {
    try {
      return before.isEmpty() || !before.get().isOfOlderContent(path.orElseThrow());
    } catch (IOException outOfReach) {
      return false;
    }
  }
}
