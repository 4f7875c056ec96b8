package dmarcreports.mailbox;

import dmarcreports.file.DurableFiles;
import dmarcreports.file.FileFailure;
import dmarcreports.file.MovedFile;
import dmarcreports.file.ReplacedFile;
import dmarcreports.mail.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What happens to files once they are read: nothing to one that has changed since. */
public final class FileDisposal implements Disposal {
  private static final int AT_ONCE = 1_000;

  private final boolean delete;
  private final Optional<Path> moveTo;
  private final Optional<Path> quarantine;
  private final BiConsumer<String, String> keptElsewhere;
  private final Runnable gone;
  private final Consumer<String> notes;
  private final Consumer<String> errors;
  private final List<Leaving> leaving = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private boolean failed;

  public FileDisposal(Handling handling) {
    delete = handling.after().delete();
    moveTo = handling.after().moveTo().map(Path::of);
    quarantine = handling.quarantine().map(Path::of);
    keptElsewhere = handling.keptElsewhere();
    gone = handling.commit();
    notes = handling.notes();
    errors = handling.errors();
  }

  /** An input on its way, and what it was like before it was read. */
  private record Leaving(
      String name, Path file, MovedFile.Stamp stamp, Optional<Path> to, boolean discarded) {}

  /** A file on its way that is at its new place as well. */
  private record Doubled(Leaving one, Path place) {}

  /** Makes the directories that are missing. */
  void prepare() throws IOException {
    if (moveTo.isPresent()) {
      ReplacedFile.makeDirectory(moveTo.get());
    }
    if (quarantine.isPresent()) {
      ReplacedFile.makeDirectory(quarantine.get());
    }
  }

  @Override
  public Look look(Input input) throws IOException {
    boolean wanted = delete || moveTo.isPresent() || quarantine.isPresent();
    return Look.at(input, wanted);
  }

  @Override
  public void stored(Input input, Look look) {
    if ((delete || moveTo.isPresent()) && !kept.contains(input.name())) {
      add(input, look.stamp(), moveTo, false);
    }
  }

  @Override
  public void nothing(Input input) {}

  @Override
  public void discarded(Input input, Look look) {
    if (quarantine.isPresent()) {
      add(input, look.stamp(), quarantine, true);
    }
  }

  private void add(
      Input input, Optional<MovedFile.Stamp> stamp, Optional<Path> to, boolean discarded) {
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
      act();
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

  @Override
  public void keep(String input) {
    kept.add(input);
    leaving.removeIf(one -> !one.discarded() && one.name().equals(input));
  }

  @Override
  public void act() {
    if (leaving.isEmpty()) {
      return;
    }
    gone.run();
    Set<Path> touched = new HashSet<>();
    List<Doubled> doubled = new ArrayList<>();
    for (Leaving one : leaving) {
      if (one.to().isPresent()) {
        place(one, one.to().get()).ifPresent(doubled::add);
        touched.add(one.to().get());
      }
    }
    boolean placed = sync(touched);
    gone.run();
    touched.clear();
    for (Doubled one : doubled) {
      leave(one, placed);
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

  private Optional<Doubled> place(Leaving one, Path to) {
    try {
      if (!isAsItWas(one)) {
        return Optional.empty();
      }
      Path place = MovedFile.addTo(to, one.file());
      if (one.discarded()) {
        keptElsewhere.accept(Look.place(one.file()), Look.place(place));
      }
      return Optional.of(new Doubled(one, place));
    } catch (IOException e) {
      fail(one, "moved to " + to, e);
      return Optional.empty();
    }
  }

  private void leave(Doubled moved, boolean placed) {
    if (placed && remove(moved.one())) {
      return;
    }
    try {
      Files.delete(moved.place());
    } catch (IOException e) {
      fail(moved.one(), "taken back from " + moved.place(), e);
    }
    if (moved.one().discarded()) {
      keptElsewhere.accept(Look.place(moved.place()), Look.place(moved.one().file()));
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
        DurableFiles.sync(directory);
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
