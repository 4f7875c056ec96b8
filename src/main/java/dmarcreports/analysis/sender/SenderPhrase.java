package dmarcreports.analysis.sender;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

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

  /** Keeps its own copy of the list. */
  SenderPhrase {
    arguments = List.copyOf(arguments);
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
