package dmarcreports.spark.seam;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Something to read: a mail, an archive, a report, an mbox. */
public interface Source {
  /** What it is called in ledgers. */
  String name();

  /** Its place among all that is read, from 0. */
  long number();

  /** Where it lies, if that is a file of this machine. */
  Optional<String> file();

  /** Its bytes from the first. */
  InputStream open() throws IOException;
}
