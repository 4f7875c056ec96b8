package dmarcreports.spark;

import java.io.Serializable;
import java.net.URI;

/**
 * An input that was found.
 *
 * @param number its place among all that is read
 * @param modified when it was written last, in milliseconds since 1970
 */
record Listed(long number, String name, URI place, long size, long modified)
    implements Serializable {
  Listed numbered(long other) {
    return new Listed(other, name, place, size, modified);
  }
}
