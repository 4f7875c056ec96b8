package dmarcreports.flow;

import dmarcreports.report.Origin;
import dmarcreports.report.UnreadableReport;
import dmarcreports.store.Discards;
import java.util.function.Consumer;

/** What is wrong with inputs: told in one line each, and what is discarded kept as well. */
final class Complaints {
  private final Consumer<String> warnings;
  private final Discards discards;
  private final Ledger ledger;

  /**
   * @param warnings takes one line for each
   */
  Complaints(Consumer<String> warnings, Discards discards, Ledger ledger) {
    this.warnings = warnings;
    this.discards = discards;
    this.ledger = ledger;
  }

  /** An input is passed over. */
  void warn(String input, String why) {
    warnings.accept(input + ": " + why);
  }

  void warnConflict(Origin origin) {
    warnings.accept(
        origin + ": conflict: a report of the same id and other content is stored; not counted");
  }

  /**
   * Something is discarded.
   *
   * @param place where the input lies
   */
  void discard(Origin origin, String place, UnreadableReport why) {
    discards.add(origin, place, why);
    ledger.discard(origin, why);
    warnings.accept(origin + ": " + why.reason().word() + ": " + why.getMessage());
  }
}
