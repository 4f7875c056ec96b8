package dmarcreports.mailbox;

import java.util.List;

/** Where inputs come from, and what they leave once they are read: files, or a server. */
public interface Mailbox extends AutoCloseable {
  /**
   * What a run goes through one after the other; of a mailbox that cannot be reached, one that is
   * {@link Visit#failed()} and was told of.
   */
  List<Visit> visits(Handling handling);

  /** Nothing of it is needed any more. */
  @Override
  void close();
}
