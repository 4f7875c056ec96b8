package planted.dmarcreports.flow;

import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Breaks a rule of the house. */
public final class Interrupts {
  private Interrupts() {}

  static void broken(Optional<ExecutorService> threads) {
    threads.ifPresent(ExecutorService::shutdownNow);
  }
}
