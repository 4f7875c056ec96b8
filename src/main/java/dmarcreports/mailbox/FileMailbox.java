package dmarcreports.mailbox;

import dmarcreports.mail.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The inputs that a user names: files, directories with all below them, {@code -} for standard
 * input. In each path argument they come sorted by the bytes of their paths; the arguments keep
 * their order. Directories are listed only when they are reached. Links are followed where they are
 * named, not where they are met in a directory.
 */
public final class FileMailbox implements Mailbox, Iterable<Input> {
  private static final String STDIN = "-";

  private final List<Entry> arguments;
  private final InputStream stdin;

  private FileMailbox(List<Entry> arguments, InputStream stdin) {
    this.arguments = arguments;
    this.stdin = stdin;
  }

  /**
   * All inputs of the paths.
   *
   * @throws NoSuchFileException if there is no such path
   */
  public static FileMailbox of(List<String> paths, InputStream stdin) throws IOException {
    List<Entry> arguments = new ArrayList<>();
    for (String name : paths) {
      Path path = Path.of(name);
      if (!name.equals(STDIN) && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(name);
      }
      boolean walked = !name.equals(STDIN) && Files.isDirectory(path);
      arguments.add(new Entry(path, walked, Optional.empty()));
    }
    return new FileMailbox(List.copyOf(arguments), stdin);
  }

  @Override
  public Iterator<Input> iterator() {
    return new Walk();
  }

  @Override
  public List<Visit> visits(Handling handling) {
    return List.of(new FileVisit(this, handling));
  }

  @Override
  public void close() {}

  private final class Walk implements Iterator<Input> {
    private final Deque<Entry> ahead = new ArrayDeque<>(arguments);
    private Input next;

    @Override
    public boolean hasNext() {
      while (next == null && !ahead.isEmpty()) {
        next = inputOf(ahead.pop());
      }
      return next != null;
    }

    @Override
    public Input next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Input found = next;
      next = null;
      return found;
    }

    /** Null for a directory: its entries are ahead then. */
    private Input inputOf(Entry entry) {
      if (entry.directory()) {
        try {
          list(entry.path()).forEach(ahead::push);
          return null;
        } catch (NoSuchFileException e) {
          return null;
        } catch (IOException e) {
          return Input.unlistable(entry.path(), e);
        }
      }
      if (entry.met().isPresent()) {
        return Input.met(entry.path(), entry.met().get());
      }
      boolean piped = entry.path().toString().equals(STDIN);
      return piped ? Input.of(STDIN, stdin) : Input.of(entry.path());
    }

    private List<Entry> list(Path directory) throws IOException {
      List<Entry> entries = new ArrayList<>();
      try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
        for (Path child : children) {
          entries.add(Entry.met(child));
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
      entries.removeIf(entry -> isUnfinishedDelivery(entry, entries));
      entries.sort(Collections.reverseOrder());
      return entries;
    }

    /** The {@code tmp} of a Maildir holds mails that are still being written. */
    private boolean isUnfinishedDelivery(Entry entry, List<Entry> siblings) {
      return entry.directory()
          && entry.path().endsWith("tmp")
          && siblings.stream().anyMatch(sibling -> sibling.isDirectory("cur"))
          && siblings.stream().anyMatch(sibling -> sibling.isDirectory("new"));
    }
  }

  /**
   * A path.
   *
   * @param directory whether it is walked
   * @param met what it was when its directory was listed; empty of an argument
   */
  private record Entry(Path path, boolean directory, Optional<Input.Kind> met)
      implements Comparable<Entry> {
    /** What a directory holds: looked at once, however many there are. */
    static Entry met(Path path) {
      try {
        BasicFileAttributes is =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Input.Kind kind =
            is.isRegularFile()
                ? Input.Kind.FILE
                : is.isSymbolicLink() ? Input.Kind.LINK : Input.Kind.NOT_A_FILE;
        return new Entry(path, is.isDirectory(), Optional.of(kind));
      } catch (NoSuchFileException goneSinceThen) {
        return new Entry(path, false, Optional.of(Input.Kind.FILE));
      } catch (IOException outOfReach) {
        return new Entry(path, false, Optional.of(Input.Kind.NOT_A_FILE));
      }
    }

    /** Whether it is a directory of that name, or a link to one. */
    boolean isDirectory(String name) {
      return path.endsWith(name) && Files.isDirectory(path);
    }

    @Override
    public int compareTo(Entry other) {
      return key().compareTo(other.key());
    }

    /** In a sorted list of all paths a directory stands where its first file does. */
    private Path key() {
      return directory ? path.resolve("x") : path;
    }
  }
}
