package dmarcreports.dns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What DNS had answered when it was last asked, and before. Asks nobody. */
public final class Snapshot implements Lookup {
  /** Nothing was ever asked. */
  public static final Snapshot NONE = new Snapshot(Map.of());

  private static final String NOBODY = "";

  private final Map<Question, List<LookedUp>> answers;

  private Snapshot(Map<Question, List<LookedUp>> answers) {
    this.answers = answers;
  }

  /**
   * Those answers.
   *
   * @param inOrder of each question, in the order in which they came
   * @param oldest questions that were not asked since are as if they never were
   */
  public static Snapshot of(Collection<LookedUp> inOrder, Instant oldest) {
    Map<Question, List<LookedUp>> answers = new HashMap<>();
    inOrder.forEach(
        one -> answers.computeIfAbsent(one.question(), q -> new ArrayList<>()).add(one));
    answers.values().removeIf(all -> all.get(all.size() - 1).last().isBefore(oldest));
    return new Snapshot(answers);
  }

  /** Whether nothing was ever asked, or nothing that still counts. */
  public boolean isEmpty() {
    return answers.isEmpty();
  }

  /** The newest answer to a question; empty where it was not asked. */
  public Optional<LookedUp> newest(Question question) {
    List<LookedUp> all = answers.getOrDefault(question, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** When the last question was asked. */
  public Optional<Instant> asOf() {
    return answers.values().stream()
        .flatMap(List::stream)
        .map(LookedUp::last)
        .max(Instant::compareTo);
  }

  @Override
  public Answer answer(Question question) {
    return newest(question)
        .map(LookedUp::answer)
        .orElseGet(() -> new Answer.Failed(Answer.Failure.NOT_ASKED, NOBODY));
  }

  /**
   * Since when each answer to a question has been such; empty where the newest is not. What could
   * not be told in between speaks neither for it nor against.
   */
  public Optional<Instant> since(Question question, Predicate<Answer> such) {
    Optional<Instant> since = Optional.empty();
    for (LookedUp one : answers.getOrDefault(question, List.of())) {
      if (such.test(one.answer())) {
        since = since.isPresent() ? since : Optional.of(one.first());
      } else if (!(one.answer() instanceof Answer.Failed)) {
        since = Optional.empty();
      }
    }
    return newest(question).filter(one -> such.test(one.answer())).isPresent()
        ? since
        : Optional.empty();
  }
}
