package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** How strict a policy could be. */
public enum PolicyPhrase implements Phrase {
  HEADING,
  ITSELF("domain", "judged"),
  BELOW("domain", "judged"),
  BELOW_NOT_EXISTING("domain", "judged"),
  NOTHING_KNOWN,
  SILENT("tag", "published"),
  TOO_LITTLE_SEEN("shortages", "published"),
  SHORT_OF_DAYS("seen", "needed"),
  SHORT_OF_REPORTERS("seen", "needed"),
  SHORT_OF_PASSING("seen", "needed"),
  AT_RISK("published", "ready"),
  PERHAPS_AT_RISK("published"),
  NOT_YET("published"),
  LOSES_NONE_AS_PUBLISHED("days", "published"),
  LOSES_NONE("days", "ready", "published"),
  OURS("messages"),
  UNDECIDED("messages"),
  OTHERS("messages"),
  TREATED("quarantined", "rejected"),
  TIGHTER_LOSES_NONE("tags"),
  TIGHTER_LOSES("losses"),
  LOSS_NONE("tag"),
  LOSS("messages", "tag"),
  LOSS_BETWEEN("least", "most", "tag");

  private final List<String> arguments;

  PolicyPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "text.policy";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
