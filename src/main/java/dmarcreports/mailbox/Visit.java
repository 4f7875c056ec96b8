package dmarcreports.mailbox;

import dmarcreports.mail.Input;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/**
 * A way of a run through the files that were named, or through one folder of a server: its inputs
 * in their order, which end early where they cannot be had any more.
 */
public interface Visit extends Iterable<Input> {
  /** What becomes of its inputs once they are read. */
  Disposal disposal();

  /** How many inputs there are, found without opening one; empty where that takes too long. */
  default OptionalLong count() {
    long count = 0;
    for (Input ignored : this) {
      count++;
    }
    return OptionalLong.of(count);
  }

  /** All of it was read, and what came of it is on disk. */
  void end();

  /** Whether something could not be done, which was told. */
  boolean failed();

  /** One to a mailbox that cannot be reached, which was told. */
  static Visit failure() {
    return new Failure();
  }

  /** Has no inputs. */
  final class Failure implements Visit {
    private Failure() {}

    @Override
    public Iterator<Input> iterator() {
      return List.<Input>of().iterator();
    }

    @Override
    public Disposal disposal() {
      return Disposal.none();
    }

    @Override
    public void end() {}

    @Override
    public boolean failed() {
      return true;
    }
  }
}
