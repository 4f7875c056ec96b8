package dmarcreports.store.h2;

import dmarcreports.store.Databases;
import dmarcreports.store.open.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2 whose writes are recorded, and fail from a number on. */
public final class TracedFiles extends FilePathWrapper {
  private static final String SCHEME = "traced";

  private static List<Change> changes = new ArrayList<>();
  private static int failing = Integer.MAX_VALUE;
  private static boolean once;
  private static int done;

  /** What happened to a file. */
  sealed interface Change {
    /** Bytes at a place. */
    record Write(long at, byte[] bytes) implements Change {}

    /** Cut to a size. */
    record Truncate(long size) implements Change {}

    /** All before is on disk. */
    record Force() implements Change {}

    /** What the test says. */
    record Note(Object text) implements Change {}
  }

  /** Starts anew. */
  static void start() {
    FilePath.register(new TracedFiles());
    changes = new ArrayList<>();
    failing = Integer.MAX_VALUE;
    done = 0;
  }

  /** Lets the n-th change from now on fail, counted from 1, and those after it unless once. */
  static void failAt(int number, boolean onlyOnce) {
    start();
    failing = number;
    once = onlyOnce;
  }

  /** Whether that change was reached. */
  static boolean hasFailed() {
    return done >= failing;
  }

  static void note(Object text) {
    changes.add(new Change.Note(text));
  }

  static List<Change> changes() {
    return List.copyOf(changes);
  }

  /** The database in a file, through here. */
  static Database database(Path file) {
    Database plain = Databases.parse(file.toString());
    return new Database(
        plain.name(),
        plain.url().replace("jdbc:h2:file:", "jdbc:h2:" + SCHEME + ":"),
        plain.file(),
        plain.user(),
        plain.password());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Traced(getBase().open(mode));
  }

  private static synchronized Optional<IOException> change(Change change) {
    done++;
    if (once ? done == failing : done >= failing) {
      return Optional.of(new IOException("No space left on device"));
    }
    changes.add(change);
    return Optional.empty();
  }

  private static final class Traced extends FileBaseDefault {
    private final FileChannel base;

    Traced(FileChannel base) {
      this.base = base;
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public synchronized int read(ByteBuffer into, long at) throws IOException {
      return base.read(into, at);
    }

    @Override
    public synchronized int write(ByteBuffer from, long at) throws IOException {
      byte[] bytes = new byte[from.remaining()];
      from.duplicate().get(bytes);
      Optional<IOException> failure = change(new Change.Write(at, bytes));
      if (failure.isPresent()) {
        base.write(ByteBuffer.wrap(bytes, 0, bytes.length / 2), at);
        throw failure.get();
      }
      return base.write(from, at);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      orThrow(change(new Change.Truncate(size)));
      base.truncate(size);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      orThrow(change(new Change.Force()));
      base.force(metadata);
    }

    private static void orThrow(Optional<IOException> failure) throws IOException {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
      return base.tryLock(at, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }
}
