package dmarcreports.output.page;

import dmarcreports.output.plain.Style;
import java.io.IOException;
import java.io.OutputStream;

/** One way of writing findings: bytes that are the same for the same findings. */
public interface Output {
  /** Writes all of it; leaves the stream open. */
  void write(Findings findings, OutputStream to) throws IOException;

  /** The same, coloured where it can be. */
  default void write(Findings findings, Style style, OutputStream to) throws IOException {
    write(findings, to);
  }
}
