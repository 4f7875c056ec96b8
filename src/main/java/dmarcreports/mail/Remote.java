package dmarcreports.mail;

import java.io.IOException;
import java.io.InputStream;

/** A mail or an object on a server, fetched when it is opened. */
public interface Remote {
  /**
   * How many bytes it has, as the server says, who may be wrong; negative where it does not say.
   */
  long size();

  /**
   * Its bytes from the first.
   *
   * @throws IOException where they cannot be had
   */
  InputStream open() throws IOException;
}
