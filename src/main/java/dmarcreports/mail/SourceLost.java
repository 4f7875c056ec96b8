package dmarcreports.mail;

import java.io.IOException;

/** The disk or network failed, not the content: nobody takes it for a broken archive. */
final class SourceLost extends IOException {
  private static final long serialVersionUID = 1L;

  private final IOException failure;

  SourceLost(IOException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  IOException failure() {
    return failure;
  }
}
