package dmarcreports.analysis.stream;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What can be known about a stream beside its own checks. */
enum CircumstancePhrase implements Phrase {
  LABELLED_OURS,
  LABELLED_THEIRS,
  LABELLED_FORWARDER,
  SERVICE("sender"),
  STRANGER("sender"),
  BY_ADDRESS,
  THROUGH_SES,
  TESTIMONY,
  KNOWN_FORWARDER,
  FORWARDING_HOST("service"),
  ELSEWHERE,
  LIST_SHAPE,
  CORROBORATED,
  OUR_SIGNER,
  BY_WALK,
  BY_FORMER_WALK,
  LIST_DECIDES("name"),
  KEY_MISSING;

  private final List<String> arguments;

  CircumstancePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "circumstance";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
