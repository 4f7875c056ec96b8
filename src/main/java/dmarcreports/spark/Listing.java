package dmarcreports.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * All inputs below the paths that a user names. Of each path they come sorted by the bytes of their
 * names; the paths keep their order.
 */
final class Listing {
  private static final Comparator<Listed> BY_PLACE =
      Comparator.comparing(
          one -> one.place().getPath().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final Configuration hadoop;

  Listing(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** The file system of a path, with all that is in it: none of its own marks hidden. */
  static FileSystem of(Path path, Configuration hadoop) throws IOException {
    FileSystem system = path.getFileSystem(hadoop);
    return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
  }

  /**
   * Lists all of them.
   *
   * @throws FileNotFoundException where a path is none
   */
  List<Listed> all(List<String> paths) throws IOException {
    List<Listed> all = new ArrayList<>();
    for (String path : paths) {
      List<Listed> below = below(path);
      below.sort(BY_PLACE);
      for (Listed one : below) {
        all.add(one.numbered(all.size()));
      }
    }
    return all;
  }

  private List<Listed> below(String named) throws IOException {
    Path path = new Path(named);
    FileSystem system = of(path, hadoop);
    List<Listed> found = new ArrayList<>();
    if (system.exists(path)) {
      walk(system, system.getFileStatus(path), named, found);
      return found;
    }
    FileStatus[] matching = system.globStatus(path);
    if (matching == null || matching.length == 0) {
      throw new FileNotFoundException(named + ": no such file or directory");
    }
    for (FileStatus one : matching) {
      walk(system, one, one.getPath().toString(), found);
    }
    return found;
  }

  private static void walk(FileSystem system, FileStatus top, String named, List<Listed> found)
      throws IOException {
    if (!top.isDirectory()) {
      found.add(listed(top, named));
      return;
    }
    int root = top.getPath().toUri().getPath().length();
    String stem = named.length() > 1 && named.endsWith("/") ? named.replaceAll("/+$", "") : named;
    Deque<FileStatus> directories = new ArrayDeque<>(List.of(top));
    while (!directories.isEmpty()) {
      List<FileStatus> entries = List.of(system.listStatus(directories.pop().getPath()));
      for (FileStatus entry : entries) {
        if (!entry.isDirectory()) {
          String rest = entry.getPath().toUri().getPath().substring(root);
          found.add(listed(entry, stem + (rest.startsWith("/") ? "" : "/") + rest));
        } else if (!isUnfinishedDelivery(entry, entries)) {
          directories.push(entry);
        }
      }
    }
  }

  /** The {@code tmp} of a Maildir holds mails that are still being written. */
  private static boolean isUnfinishedDelivery(FileStatus entry, List<FileStatus> siblings) {
    return entry.getPath().getName().equals("tmp")
        && hasDirectory(siblings, "cur")
        && hasDirectory(siblings, "new");
  }

  private static boolean hasDirectory(List<FileStatus> entries, String name) {
    return entries.stream()
        .anyMatch(one -> one.isDirectory() && one.getPath().getName().equals(name));
  }

  private static Listed listed(FileStatus file, String name) {
    return new Listed(0, name, file.getPath().toUri(), file.getLen(), file.getModificationTime());
  }
}
