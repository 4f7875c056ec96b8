package dmarcreports.spark.seam;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the findings of one policy domain need besides its own sums.
 *
 * @param all whether sources that do not fail are told as well
 * @param newest the newest day of all reports that does not lie in the future; null where there is
 *     none
 * @param accounts what reporters did
 * @param ses addresses that mail has proven to be of Amazon SES
 */
public record Setting(boolean all, LocalDate newest, List<Account> accounts, List<byte[]> ses)
    implements Serializable {
  /** Keeps its own copies. */
  public Setting {
    accounts = List.copyOf(accounts);
    ses = List.copyOf(ses);
  }

  /** The newest day; empty where there is none. */
  public Optional<LocalDate> newestDay() {
    return Optional.ofNullable(newest);
  }

  /**
   * Records of one reporter with the same fault.
   *
   * @param fault the name of it; null for none
   */
  public record Account(String reporter, String fault, long messages, long records)
      implements Serializable {}
}
