package dmarcreports.analysis.sender;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of one service alone: that there is such a sentence is in the table of services, its
 * words are in the catalogues.
 *
 * @param service its name without blanks
 * @param field what it is for: {@code signing-step.1}, {@code return-path-step.1}, {@code finish},
 *     {@code note}
 * @param arguments {@code domain}, or none
 */
record SenderPhrase(String service, String field, List<String> arguments) implements Phrase {
  private static final Pattern WRITTEN =
      Pattern.compile("(finish|note|(?:signing|return-path)-step[.][1-9])(?:[(](domain)[)])?");

  /** Keeps its own copy of the list. */
  SenderPhrase {
    arguments = List.copyOf(arguments);
  }

  /** As the table names it: the field, and {@code (domain)} where it speaks of one. */
  static Optional<SenderPhrase> parse(String service, String word) {
    Matcher written = WRITTEN.matcher(word);
    return written.matches()
        ? Optional.of(
            new SenderPhrase(
                service, written.group(1), Optional.ofNullable(written.group(2)).stream().toList()))
        : Optional.empty();
  }

  @Override
  public String name() {
    return field;
  }

  @Override
  public String subject() {
    return "sender." + service;
  }
}
