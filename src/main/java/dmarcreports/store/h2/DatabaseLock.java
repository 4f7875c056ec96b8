package dmarcreports.store.h2;

import dmarcreports.file.PrivateFiles;
import dmarcreports.store.open.Database;
import dmarcreports.store.open.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One run at a time on a database file; the lock's file says which. */
final class DatabaseLock implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final FileChannel channel;
  private final FileLock lock;

  private DatabaseLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock, waiting for whoever holds it.
   *
   * @throws StoreException where it is still held after that time; says by whom
   */
  static DatabaseLock take(Database database, Path file, Duration patience) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PrivateFiles.FILE);
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        String holder = "process " + ProcessHandle.current().pid() + ", since " + started() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        return new DatabaseLock(channel, lock);
      }
      if (System.nanoTime() >= deadline) {
        channel.close();
        throw new StoreException(
            database.name()
                + ": in use by "
                + holder(file)
                + "; wait for it or give --wait more time",
            null);
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        deadline = System.nanoTime();
      }
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static Instant started() {
    return ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
  }

  private static String holder(Path file) throws IOException {
    String line = Files.readString(file).lines().findFirst().orElse("another run");
    return line.matches("[ -~]{1,100}") ? line : "another run";
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
