package dmarcreports.file;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A file that gets a second place, on any file system, before it leaves its first. */
public final class MovedFile {
  private static final int MOST_OF_ONE_NAME = 10_000;

  private MovedFile() {}

  /** What a file was like when it was looked at. */
  public record Stamp(Object key, long size, FileTime modified) {
    /** Empty for a link, and for what is no file. */
    public static Optional<Stamp> of(Path file) throws IOException {
      BasicFileAttributes is =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile()
          ? Optional.of(new Stamp(is.fileKey(), is.size(), is.lastModifiedTime()))
          : Optional.empty();
    }

    /** Of a file, or of the one that a link names; empty where there is none. */
    public static Optional<Stamp> ofTarget(Path file) throws IOException {
      try {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(new Stamp(is.fileKey(), is.size(), is.lastModifiedTime()));
      } catch (NoSuchFileException gone) {
        return Optional.empty();
      }
    }

    /** Whether the file was written to since; one that was moved, removed or replaced was not. */
    public boolean isOfOlderContent(Path file) throws IOException {
      Optional<Stamp> now = ofTarget(file);
      return now.isPresent() && Objects.equals(now.get().key, key) && !now.get().equals(this);
    }

    public boolean isStillOf(Path file) throws IOException {
      return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && of(file).equals(Optional.of(this));
    }
  }

  /**
   * Puts a file into a directory as well, under its name or, where that is taken, its name and a
   * number. Its bytes are on disk; the directory's entry is after {@link DurableFiles#sync}.
   *
   * @return the place that it got
   */
  public static Path addTo(Path directory, Path file) throws IOException {
    boolean linkable = true;
    for (int number = 1; number <= MOST_OF_ONE_NAME; number++) {
      Path place = directory.resolve(numbered(file.getFileName(), number));
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        if (linkable) {
          Files.createLink(place, file);
          DurableFiles.force(place, StandardOpenOption.READ);
          return place;
        }
      } catch (FileAlreadyExistsException taken) {
        continue;
      } catch (FileSystemException | UnsupportedOperationException otherFileSystem) {
        linkable = false;
      }
      try {
        copy(file, place);
        return place;
      } catch (FileAlreadyExistsException taken) {
        linkable = false;
      }
    }
    throw new IOException(
        directory + ": holds " + MOST_OF_ONE_NAME + " files named " + file.getFileName());
  }

  /** The name, whose bytes need not be text, with a number behind it from the second on. */
  private static Path numbered(Path name, int number) {
    if (number == 1) {
      return name;
    }
    String bytes = Path.of("/").resolve(name).toUri().getRawPath();
    String end = "." + number;
    return Path.of(URI.create("file://" + bytes.replaceAll("/$", "") + end)).getFileName();
  }

  private static void copy(Path file, Path place) throws IOException {
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                place,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PrivateFiles.FILE)) {
      try {
        long copied = 0;
        long count = from.transferTo(copied, Long.MAX_VALUE - copied, to);
        while (count > 0) {
          copied += count;
          count = from.transferTo(copied, Long.MAX_VALUE - copied, to);
        }
        to.force(true);
        Files.setLastModifiedTime(place, Files.getLastModifiedTime(file));
      } catch (IOException e) {
        Files.deleteIfExists(place);
        throw e;
      }
    }
  }
}
