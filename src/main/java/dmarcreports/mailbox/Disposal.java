package dmarcreports.mailbox;

import dmarcreports.mail.Input;
import java.io.IOException;

/**
 * What happens to the inputs of one mailbox once they are read: nothing before all that came of
 * them is on disk. What was discarded is never deleted.
 */
public interface Disposal {
  /** Looks at an input that is read next. */
  Look look(Input input) throws IOException;

  /** Every document of an input is stored, now or before. */
  void stored(Input input, Look look);

  /** An input holds no document, or one in conflict with another. */
  void nothing(Input input);

  /** Something of an input was discarded. */
  void discarded(Input input, Look look);

  /** An input stays where it is after all. */
  void keep(String input);

  /** Puts what came of the inputs on disk, then moves or deletes them. */
  void act();

  /** Everything stays where it is. */
  static Disposal none() {
    return new Nothing();
  }

  /** Does nothing. */
  final class Nothing implements Disposal {
    private Nothing() {}

    @Override
    public Look look(Input input) throws IOException {
      return Look.at(input, false);
    }

    @Override
    public void stored(Input input, Look look) {}

    @Override
    public void nothing(Input input) {}

    @Override
    public void discarded(Input input, Look look) {}

    @Override
    public void keep(String input) {}

    @Override
    public void act() {}
  }
}
