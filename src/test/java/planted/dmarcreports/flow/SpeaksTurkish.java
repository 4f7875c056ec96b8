package planted.dmarcreports.flow;

import java.util.Optional;

/** Breaks a rule of the house. */
public final class SpeaksTurkish {
  private SpeaksTurkish() {}

  static Optional<String> broken(Optional<String> word) {
    return word.map(String::toUpperCase);
  }
}
