package dmarcreports.delivery;

import dmarcreports.stored.Message;
import java.io.IOException;
import java.util.Optional;

/** Carries messages to one receiver. */
public interface Courier extends AutoCloseable {
  /** Something that goes with a message; made when it is needed. */
  interface Attachment {
    byte[] bytes() throws IOException;
  }

  /**
   * Sends one message; when this ends, the receiver has accepted it.
   *
   * @param page goes with it, where that is possible
   * @throws NotDelivered where it was not accepted, or it is not known whether it was
   */
  void deliver(Message message, Optional<Attachment> page) throws IOException;

  /** Nothing more is sent. */
  @Override
  void close();
}
