package dmarcreports.mailbox;

import java.util.Optional;

/**
 * What happens to an input whose documents are all stored.
 *
 * @param delete whether it is deleted
 * @param moveTo where it goes: a directory, or a folder of the same server
 */
public record After(boolean delete, Optional<String> moveTo) {
  public static final After KEEP = new After(false, Optional.empty());
  public static final After DELETE = new After(true, Optional.empty());

  public static After moveTo(String place) {
    return new After(false, Optional.of(place));
  }

  /** Whether it leaves where it lay. */
  public boolean leaves() {
    return delete || moveTo.isPresent();
  }
}
