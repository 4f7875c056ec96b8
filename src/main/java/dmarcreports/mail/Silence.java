package dmarcreports.mail;

import java.io.IOException;
import java.time.Duration;

/** An input that is open and gives nothing: no end either. */
public final class Silence extends IOException {
  private static final long serialVersionUID = 1L;

  Silence(Duration waited) {
    super("gave no byte for " + waited.toSeconds() + " s (--max-silence); run it again");
  }
}
