package dmarcreports.mailbox;

import dmarcreports.mail.Input;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** A way through files. */
public final class FileVisit implements Visit {
  private final Iterable<Input> inputs;
  private final FileDisposal disposal;

  /** Makes the directories that are missing. */
  public FileVisit(Iterable<Input> inputs, Handling handling) {
    this.inputs = inputs;
    disposal = new FileDisposal(handling);
    try {
      disposal.prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Iterator<Input> iterator() {
    return inputs.iterator();
  }

  @Override
  public Disposal disposal() {
    return disposal;
  }

  @Override
  public void end() {}

  @Override
  public boolean failed() {
    return disposal.failed();
  }
}
