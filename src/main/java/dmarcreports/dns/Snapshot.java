package dmarcreports.dns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What DNS had answered when it was last asked, and before. Asks nobody. */
public final class Snapshot implements Lookup {
  /** Nothing was ever asked. */
  public static final Snapshot NONE = new Snapshot(Map.of(), Map.of());

  private static final String NOBODY = "";

  /** What is asked for the name of an address. */
  private static final Set<RecordType> OF_NAMES =
      EnumSet.of(RecordType.PTR, RecordType.A, RecordType.AAAA);

  private final Map<Question, List<LookedUp>> answers;
  private final Map<Question, List<LookedUp>> names;

  private Snapshot(Map<Question, List<LookedUp>> answers, Map<Question, List<LookedUp>> names) {
    this.answers = answers;
    this.names = names;
  }

  /**
   * Those answers.
   *
   * @param inOrder of each question, in the order in which they came
   * @param oldest questions that were not asked since are as if they never were
   */
  public static Snapshot of(Collection<LookedUp> inOrder, Instant oldest) {
    return of(inOrder, oldest, oldest);
  }

  /**
   * Those answers.
   *
   * @param oldestName the same for the names of addresses, which change less and are asked for less
   */
  public static Snapshot of(Collection<LookedUp> inOrder, Instant oldest, Instant oldestName) {
    Map<Question, List<LookedUp>> answers = new HashMap<>();
    inOrder.forEach(
        one -> answers.computeIfAbsent(one.question(), q -> new ArrayList<>()).add(one));
    Map<Question, List<LookedUp>> names = new HashMap<>();
    inOrder.stream()
        .filter(one -> OF_NAMES.contains(one.question().type()))
        .filter(one -> !(one.answer() instanceof Answer.Failed))
        .filter(one -> !one.last().isBefore(oldestName))
        .forEach(one -> names.put(one.question(), List.of(one)));
    answers.values().removeIf(all -> all.get(all.size() - 1).last().isBefore(oldest));
    return new Snapshot(answers, names);
  }

  /**
   * What addresses are called, and whether those names lead back to them: the newest answer to each
   * question. That it failed later takes nothing back.
   */
  public Snapshot ofNames() {
    return new Snapshot(names, names);
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

  /** The first answer to a question that is known and did not fail; else the newest. */
  public Answer first(Question question) {
    return answers.getOrDefault(question, List.of()).stream()
        .map(LookedUp::answer)
        .filter(one -> !(one instanceof Answer.Failed))
        .findFirst()
        .orElseGet(() -> answer(question));
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
