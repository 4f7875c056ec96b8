package dmarcreports.analysis.remedy;

import dmarcreports.analysis.saying.Saying;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param command to copy; the same in every language
 * @param after what is said behind the command
 */
public record Step(Saying saying, Optional<String> command, Optional<Saying> after) {

  static Step of(Saying saying) {
    return new Step(saying, Optional.empty(), Optional.empty());
  }

  static Step of(Saying saying, String command) {
    return new Step(saying, Optional.of(command), Optional.empty());
  }

  /** All of it in one line. */
  public Saying inOneLine() {
    if (command.isEmpty()) {
      return saying;
    }
    return after
        .map(words -> RemedyPhrase.WITH_COMMAND_AND_MORE.of(saying, command.get(), words))
        .orElseGet(() -> RemedyPhrase.WITH_COMMAND.of(saying, command.get()));
  }
}
