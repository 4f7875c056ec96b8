package dmarcreports.output.wording;

import static dmarcreports.output.Nights.action;
import static dmarcreports.output.language.Language.english;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestWordsTest {
  private static final Action SIGN =
      action(Recommendation.PUBLISH_DKIM, "198.51.100.0/24", 45, ActionState.OPEN);

  private static Action list(String address) {
    return action(Recommendation.AUTHORIZE_IN_SPF, address, 20, ActionState.OPEN);
  }

  /** The same change of several servers is one thing to do in their place. */
  @Test
  void whatIsToDoInsteadIsNamedOnce() {
    assertEquals(
        DigestWords.toDo(SIGN, List.of(list("198.51.100.1")), english()),
        DigestWords.toDo(SIGN, List.of(list("198.51.100.1"), list("198.51.100.2")), english()));
  }
}
