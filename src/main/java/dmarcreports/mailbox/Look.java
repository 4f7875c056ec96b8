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

  /** Looks at an input that is read next. */
  public static Look at(Input input, Disposal disposal) throws IOException {
    Optional<MovedFile.Stamp> stamp = disposal.look(input);
    return new Look(
        input.path(),
        input.path().isPresent() ? MovedFile.Stamp.ofTarget(input.path().get()) : Optional.empty(),
        stamp);
  }

  /** Where a file lies, whichever way it was named. */
  public static String place(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /** For what becomes of the file later. */
  public Optional<MovedFile.Stamp> stamp() {
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
