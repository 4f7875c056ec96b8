package dmarcreports.analysis.remedy;

import dmarcreports.analysis.sums.Shortage;
import dmarcreports.report.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How strict a policy could be, for the mail that one tag of the record governs. The three numbers
 * of failing messages exclude each other and sum up to all of them.
 *
 * @param tag which one governs that mail
 * @param published what the tag asks for now, by itself or by the one it falls back on
 * @param readyFor the strictest policy that would have lost no mail believed to be ours; empty
 *     where too little is seen to tell
 * @param blockedBy the source groups in the way of the next step, sorted
 * @param ours failing messages believed to be ours
 * @param perhapsOurs failing messages of which nobody knows whose they are
 * @param others failing messages that are not ours
 * @param shortages what is too little to judge by, where nothing else stands in the way
 */
public record PolicyReadiness(
    Tag tag,
    Optional<Policy> published,
    Optional<Policy> readyFor,
    List<String> blockedBy,
    long ours,
    long perhapsOurs,
    long others,
    List<Shortage> shortages) {

  /** The tags of a record that say what is asked for (RFC 9989, 4.7). */
  public enum Tag {
    /** The domain itself. */
    P,
    /** Names below it. */
    SP,
    /** Names below it that do not exist. */
    NP;

    /** As the record writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether that policy would have lost no mail believed to be ours, as far as enough is seen. */
  boolean allows(Policy policy) {
    return readyFor.filter(ready -> ready.compareTo(policy) >= 0).isPresent();
  }

  /** Keeps its own copies of the lists. */
  public PolicyReadiness {
    blockedBy = List.copyOf(blockedBy);
    shortages = List.copyOf(shortages);
  }
}
