package dmarcreports.dns;

import java.time.Instant;

/**
 * An answer of DNS, and how long it held.
 *
 * @param server who gave it last
 * @param first when a look-up got it first, since there was another answer
 * @param last when the last look-up got it that got it
 */
public record LookedUp(
    Question question, Answer answer, String server, Instant first, Instant last) {

  /** An answer that was got just now. */
  public static LookedUp at(Instant now, Question question, Answer answer, String server) {
    return new LookedUp(question, answer, server, now, now);
  }

  /** Whether both say the same to one question, whoever says it. */
  public boolean saysTheSameAs(LookedUp other) {
    return question.equals(other.question)
        && (answer.equals(other.answer)
            || answer instanceof Answer.Failed failed
                && other.answer instanceof Answer.Failed another
                && failed.kind() == another.kind());
  }
}
