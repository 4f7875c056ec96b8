package dmarcreports.mailbox.server;

import java.io.IOException;
import java.util.function.Consumer;

/** That a server cannot be asked any more: told once, by the thread that meets it first. */
public final class Outage {
  private final String place;
  private final Consumer<String> errors;
  private boolean met;

  /**
   * None yet.
   *
   * @param place what is asked about
   * @param errors takes the line
   */
  public Outage(String place, Consumer<String> errors) {
    this.place = place;
    this.errors = errors;
  }

  /** It is met, for that reason. */
  public synchronized void meet(IOException why) {
    if (!met) {
      met = true;
      errors.accept(place + ": " + why.getMessage());
    }
  }

  public synchronized boolean isMet() {
    return met;
  }
}
