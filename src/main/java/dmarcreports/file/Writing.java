package dmarcreports.file;

import java.io.IOException;
import java.io.OutputStream;

/** The content of one file. */
@FunctionalInterface
public interface Writing {
  /** Writes it; leaves the stream open. */
  void to(OutputStream stream) throws IOException;
}
