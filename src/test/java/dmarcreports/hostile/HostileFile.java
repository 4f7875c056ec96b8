package dmarcreports.hostile;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One file of the hostile collection.
 *
 * @param name of the file, which begins with the threat that it belongs to
 * @param expected the words of all that it holds, sorted: {@code good}, {@code not a report},
 *     {@code duplicate}, {@code conflict} or reasons
 * @param messages what is to be stored of it
 */
record HostileFile(String name, String expected, long messages, Content content) {
  static final String GOOD = "good";
  static final String NOT_A_REPORT = "not a report";

  /** What is in a file; written as it is made, since it may be larger than the memory. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
