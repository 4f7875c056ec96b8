package dmarcreports.spark;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Where inputs lie: a file of this machine is a URL for a cluster, and a path for a database. */
final class Places {
  private static final String FILE = "file:";

  private Places() {}

  /** As a database has it. */
  static String named(@Nullable String place) {
    if (place == null) {
      return "-";
    }
    return place.startsWith(FILE) ? URI.create(place).getPath() : place;
  }

  /** As a cluster has it. */
  static String located(String place) {
    return place.startsWith("/") ? new Path("file", null, place).toUri().toString() : place;
  }
}
