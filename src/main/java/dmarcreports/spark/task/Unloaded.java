package dmarcreports.spark.task;

import dmarcreports.spark.seam.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Hands on what the store tells. */
record Unloaded(Kept to) implements dmarcreports.store.Kept {
  private interface Telling {
    void now() throws IOException;
  }

  private static void tell(Telling telling) {
    try {
      telling.now();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void report(boolean conflict, Object[] report, Object[] policy) {
    tell(() -> to.report(conflict, report, policy));
  }

  @Override
  public void record(byte[] source, long messages, Object[] evidence) {
    tell(() -> to.record(source, messages, evidence));
  }

  @Override
  public void discard(String place, Object[] discard) {
    tell(() -> to.discard(place, discard));
  }
}
