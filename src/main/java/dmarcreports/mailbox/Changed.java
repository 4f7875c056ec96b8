package dmarcreports.mailbox;

import java.io.IOException;

/** An input was written to while it was read: nobody can say what its bytes are half of. */
public final class Changed extends IOException {
  private static final long serialVersionUID = 1L;
}
