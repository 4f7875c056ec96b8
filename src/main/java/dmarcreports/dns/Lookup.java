package dmarcreports.dns;

import java.util.List;

/**
 * The outside world as one function. Never throws for what a server does: that it does not answer
 * is an {@link Answer} too. Asked the same question again in one run, it gives the same answer.
 */
@FunctionalInterface
public interface Lookup {
  /** What DNS says to a question. */
  Answer answer(Question question);

  /**
   * What is going to be asked for certain, so that whoever has to wait for answers may wait for
   * several at once. The answers are the same without it.
   */
  default void expect(List<Question> questions) {
    // who knows the answers need not wait
  }
}
