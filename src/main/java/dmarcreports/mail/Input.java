package dmarcreports.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** What the ledger counts: a file (an mbox is one), a fetched mail or standard input. */
public final class Input {
  private final String name;
  private final Kind kind;
  private final Path path;
  private final InputStream stream;
  private final Remote remote;
  private final IOException failure;
  private final LinkOption[] links;

  private Input(
      String name,
      Kind kind,
      Path path,
      InputStream stream,
      Remote remote,
      IOException failure,
      LinkOption... links) {
    this.name = name;
    this.kind = kind;
    this.path = path;
    this.stream = stream;
    this.remote = remote;
    this.failure = failure;
    this.links = links;
  }

  /** A file that its user named, or what is none. A link is followed. */
  public static Input of(Path path) {
    Kind kind = Files.isRegularFile(path) || vanished(path) ? Kind.FILE : Kind.NOT_A_FILE;
    return new Input(path.toString(), kind, path, null, null, null);
  }

  /** The entry of a directory. A link is not followed, nor what has become one since. */
  public static Input met(Path path, Kind kind) {
    return new Input(path.toString(), kind, path, null, null, null, LinkOption.NOFOLLOW_LINKS);
  }

  /** A file that goes by the name that its user gave it before it was moved. */
  public static Input of(String name, Path path) {
    return new Input(name, of(path).kind, path, null, null, null);
  }

  /** Bytes that can be read once: standard input. The caller closes them. */
  public static Input of(String name, InputStream stream) {
    return new Input(name, Kind.STDIN, null, stream, null, null);
  }

  /** A mail or an object on a server, by the name that it can be found again by. */
  public static Input of(String name, Remote remote) {
    return new Input(name, Kind.REMOTE, null, null, remote, null);
  }

  /** A directory that cannot be listed. */
  public static Input unlistable(Path directory, IOException failure) {
    return new Input(directory.toString(), Kind.FILE, directory, null, null, failure);
  }

  /** Gone since it was listed, so that opening it says so; a dangling link is still there. */
  private static boolean vanished(Path path) {
    return Files.notExists(path) && !Files.isSymbolicLink(path);
  }

  /** As its user named it. Hostile text. */
  public String name() {
    return name;
  }

  /** Whether it can be opened at all. */
  public Kind kind() {
    return kind;
  }

  /** The file, if it is one. */
  public Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  /** The mail or object on a server, if it is one. */
  public Optional<Remote> remote() {
    return Optional.ofNullable(remote);
  }

  Content content(Budget budget) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (kind == Kind.NOT_A_FILE || kind == Kind.LINK) {
      throw new IllegalArgumentException("not a file: " + name);
    }
    if (remote != null) {
      return Content.ofRemote(remote.open(), budget);
    }
    return path == null
        ? Content.ofSource(new PatientStream(stream, budget.silence()), budget)
        : Content.ofFile(path, budget, links);
  }

  @Override
  public String toString() {
    return name;
  }

  /** What kind of thing an input is. */
  public enum Kind {
    /** A regular file. */
    FILE,
    /** A mail or an object on a server. */
    REMOTE,
    /** A stream. */
    STDIN,
    /** A link that was met in a directory: listed, never followed. */
    LINK,
    /** A pipe, device, socket, or a named link to one or to nothing: listed, never opened. */
    NOT_A_FILE
  }
}
