package dmarcreports.analysis;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * The worlds that simulations try, by number: a thousand, always the same. The system properties
 * {@code worlds} and {@code firstWorld} try more of them, or others.
 */
final class Worlds {
  static final int NUMBER = Integer.getInteger("worlds", 1_000);
  private static final long FIRST = Long.getLong("firstWorld", 0);

  private Worlds() {}

  static void each(LongConsumer trial) {
    LongStream.range(FIRST, FIRST + NUMBER).forEach(trial);
  }
}
