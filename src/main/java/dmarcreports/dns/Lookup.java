package dmarcreports.dns;

/**
 * The outside world as one function. Never throws for what a server does: that it does not answer
 * is an {@link Answer} too. Asked the same question again in one run, it gives the same answer.
 */
@FunctionalInterface
public interface Lookup {
  /** What DNS says to a question. */
  Answer answer(Question question);
}
