package dmarcreports.mailbox.s3;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Objects that are to be read, some at a time. */
interface ObjectPages {
  /** The next of them; empty where there are no more. */
  Optional<List<S3Object>> next() throws IOException;

  /** All of them were read. */
  default void end() {}
}
