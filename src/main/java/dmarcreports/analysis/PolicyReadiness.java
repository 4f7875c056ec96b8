package dmarcreports.analysis;

import dmarcreports.report.Policy;
import java.util.List;
import java.util.Optional;

/**
 * How strict a policy could be, for the mail that one tag of the record governs.
 *
 * @param tag {@code p}, {@code sp} or {@code np}
 * @param published what the tag asks for now, by itself or by the one it falls back on
 * @param readyFor the strictest policy at which no mail believed to be ours would be lost
 * @param blockedBy the source groups in the way of the next step, sorted
 * @param ours failing messages believed to be ours: lost at {@code quarantine} and beyond
 * @param perhapsOurs failing messages that may be ours, passed on by others among them: lost at
 *     {@code reject}
 * @param others failing messages of nobody known: what a stricter policy stops
 */
public record PolicyReadiness(
    String tag,
    Optional<Policy> published,
    String readyFor,
    List<String> blockedBy,
    long ours,
    long perhapsOurs,
    long others) {

  /** Keeps its own copy of the list. */
  public PolicyReadiness {
    blockedBy = List.copyOf(blockedBy);
  }
}
