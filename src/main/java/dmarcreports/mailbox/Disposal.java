package dmarcreports.mailbox;

import dmarcreports.file.FileFailure;
import dmarcreports.file.MovedFile;
import dmarcreports.file.ReplacedFile;
import dmarcreports.mail.Input;
import dmarcreports.store.ReportStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happens to inputs once they are read: nothing before all that came of them is on disk, and
 * nothing to one that has changed since. What was discarded is never deleted.
 */
public final class Disposal {
  private static final int AT_ONCE = 1_000;

  private final boolean delete;
  private final Optional<Path> moveTo;
  private final Optional<Path> quarantine;
  private final Consumer<String> notes;
  private final Consumer<String> errors;
  private final List<Leaving> leaving = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private boolean failed;

  /**
   * @param after what happens to an input whose documents are all stored
   * @param quarantine where an input goes of which something was discarded
   * @param notes takes a line for each input that stays because it has changed or is a link
   * @param errors takes a line for each that could not be moved or deleted
   */
  public Disposal(
      After after, Optional<Path> quarantine, Consumer<String> notes, Consumer<String> errors) {
    this.delete = after.delete();
    this.moveTo = after.moveTo();
    this.quarantine = quarantine;
    this.notes = notes;
    this.errors = errors;
  }

  /** Everything stays where it is. */
  public static Disposal none() {
    return new Disposal(After.KEEP, Optional.empty(), line -> {}, line -> {});
  }

  /**
   * What happens to an input whose documents are all stored.
   *
   * @param delete whether it is deleted
   * @param moveTo the directory that it goes to
   */
  public record After(boolean delete, Optional<Path> moveTo) {
    public static final After KEEP = new After(false, Optional.empty());
    public static final After DELETE = new After(true, Optional.empty());

    public static After moveTo(Path directory) {
      return new After(false, Optional.of(directory));
    }
  }

  /** An input on its way, and what it was like before it was read. */
  private record Leaving(
      String name, Path file, MovedFile.Stamp stamp, Optional<Path> to, boolean discarded) {}

  /** A file on its way that is at its new place as well. */
  private record Doubled(Leaving one, Path place) {}

  /** Makes the directories that are missing. */
  public void prepare() throws IOException {
    if (moveTo.isPresent()) {
      ReplacedFile.makeDirectory(moveTo.get());
    }
    if (quarantine.isPresent()) {
      ReplacedFile.makeDirectory(quarantine.get());
    }
  }

  /** What an input is like, to be taken before it is read. */
  Optional<MovedFile.Stamp> look(Input input) {
    boolean wanted = delete || moveTo.isPresent() || quarantine.isPresent();
    try {
      return wanted && input.path().isPresent()
          ? MovedFile.Stamp.of(input.path().get())
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Every document of an input is stored, now or before. */
  public void stored(Input input, Optional<MovedFile.Stamp> stamp, ReportStore store) {
    if ((delete || moveTo.isPresent()) && !kept.contains(input.name())) {
      add(input, stamp, moveTo, false, store);
    }
  }

  /** Something of an input was discarded. */
  public void discarded(Input input, Optional<MovedFile.Stamp> stamp, ReportStore store) {
    if (quarantine.isPresent()) {
      add(input, stamp, quarantine, true, store);
    }
  }

  private void add(
      Input input,
      Optional<MovedFile.Stamp> stamp,
      Optional<Path> to,
      boolean discarded,
      ReportStore store) {
    if (input.path().isEmpty()) {
      return;
    }
    if (stamp.isEmpty()) {
      notes.accept(input.name() + ": stays where it is: it is a link or has changed");
      return;
    }
    Path file = input.path().get();
    if (to.isPresent() && isIn(to.get(), file)) {
      return;
    }
    leaving.add(new Leaving(input.name(), file, stamp.get(), to, discarded));
    if (leaving.size() == AT_ONCE) {
      act(store);
    }
  }

  private static boolean isIn(Path directory, Path file) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      return Files.isSameFile(directory, parent);
    } catch (IOException gone) {
      return false;
    }
  }

  /** An input stays where it is after all. */
  public void keep(String input) {
    kept.add(input);
    leaving.removeIf(one -> !one.discarded() && one.name().equals(input));
  }

  /** Puts what came of the inputs on disk, then moves or deletes them. */
  public void act(ReportStore store) {
    if (!leaving.isEmpty()) {
      store.commit();
    }
    Set<Path> touched = new HashSet<>();
    List<Doubled> doubled = new ArrayList<>();
    for (Leaving one : leaving) {
      if (one.to().isPresent()) {
        place(one, one.to().get(), store).ifPresent(doubled::add);
        touched.add(one.to().get());
      }
    }
    boolean placed = sync(touched);
    store.commit();
    touched.clear();
    for (Doubled one : doubled) {
      leave(one, placed, store);
      touched.add(one.one().file().toAbsolutePath().getParent());
    }
    for (Leaving one : leaving) {
      if (one.to().isEmpty()) {
        remove(one);
        touched.add(one.file().toAbsolutePath().getParent());
      }
    }
    sync(touched);
    leaving.clear();
  }

  private Optional<Doubled> place(Leaving one, Path to, ReportStore store) {
    try {
      if (!isAsItWas(one)) {
        return Optional.empty();
      }
      Path place = MovedFile.addTo(to, one.file());
      if (one.discarded()) {
        store.discards().moved(Look.place(one.file()), Look.place(place));
      }
      return Optional.of(new Doubled(one, place));
    } catch (IOException e) {
      fail(one, "moved to " + to, e);
      return Optional.empty();
    }
  }

  private void leave(Doubled moved, boolean placed, ReportStore store) {
    if (placed && remove(moved.one())) {
      return;
    }
    try {
      Files.delete(moved.place());
    } catch (IOException e) {
      fail(moved.one(), "taken back from " + moved.place(), e);
    }
    if (moved.one().discarded()) {
      store.discards().moved(Look.place(moved.place()), Look.place(moved.one().file()));
    }
  }

  private boolean remove(Leaving one) {
    try {
      if (isAsItWas(one)) {
        Files.delete(one.file());
        return true;
      }
    } catch (IOException e) {
      fail(one, "removed", e);
    }
    return false;
  }

  private boolean isAsItWas(Leaving one) throws IOException {
    boolean same = one.stamp().isStillOf(one.file());
    if (!same) {
      notes.accept(one.file() + ": stays where it is: it has changed since it was read");
    }
    return same;
  }

  private boolean sync(Set<Path> directories) {
    boolean synced = true;
    for (Path directory : directories) {
      try {
        MovedFile.sync(directory);
      } catch (IOException e) {
        synced = false;
        failed = true;
        errors.accept(directory + ": cannot be written to disk: " + e.getMessage());
      }
    }
    return synced;
  }

  private void fail(Leaving one, String what, IOException e) {
    failed = true;
    errors.accept(
        one.file()
            + ": was read, and could not be "
            + what
            + ": "
            + FileFailure.inWords(e)
            + "; run again");
  }

  /** Whether something could not be moved or deleted. */
  public boolean failed() {
    return failed;
  }
}
