package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import java.util.List;
import java.util.function.Predicate;

/**
 * The strictest policy that loses no mail believed to be ours.
 *
 * @param policy {@code none}, {@code quarantine} or {@code reject}
 * @param blockedBy the source groups in the way of the next step, sorted
 */
record Readiness(String policy, List<String> blockedBy) {

  static Readiness of(List<Diagnosed> streams) {
    List<String> ours = groups(streams, Readiness::isOurs);
    if (!ours.isEmpty()) {
      return new Readiness("none", ours);
    }
    List<String> maybeOurs = groups(streams, Readiness::isMaybeOurs);
    return maybeOurs.isEmpty()
        ? new Readiness("reject", List.of())
        : new Readiness("quarantine", maybeOurs);
  }

  private static boolean isOurs(Diagnosed diagnosed) {
    return diagnosed.streamClass().isOurs() && !diagnosed.stream().isLabelled(Ownership.THEIRS)
        || diagnosed.stream().isLabelled(Ownership.OURS);
  }

  /** Mail that was passed on, and unknown mail that claims an identity of ours. */
  private static boolean isMaybeOurs(Diagnosed diagnosed) {
    MailStream stream = diagnosed.stream();
    return diagnosed.streamClass() == StreamClass.LIST_OR_FORWARD_BROKEN
        || diagnosed.streamClass() == StreamClass.UNKNOWN
            && (stream.spfCause().isOwn() || stream.dkimCause().isOwn());
  }

  private static List<String> groups(List<Diagnosed> streams, Predicate<Diagnosed> which) {
    return streams.stream()
        .filter(which)
        .map(Diagnosed::stream)
        .filter(s -> s.cells().stream().anyMatch(c -> c.isFailing() && c.messages() > 0))
        .map(s -> s.key().sourceGroup())
        .distinct()
        .sorted()
        .toList();
  }
}
