package dmarcreports.output.text;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What a signature claims, and what is odd about it. */
enum SignaturePhrase implements Phrase {
  SIGNATURE("number"),
  NAMES("key", "relation"),
  OF_FROM,
  OF_ORGANIZATION,
  OF_ANOTHER,
  OF_NOBODY,
  NO_KEY,
  FORM("algorithm", "form"),
  LENGTH("length"),
  RECEIVER_SAYS("result"),
  RECEIVER_SILENT,
  ODD("flaws"),
  NO_VERSION,
  NO_DOMAIN,
  NO_SELECTOR,
  NO_ALGORITHM,
  NO_BODY_HASH,
  NO_SIGNATURE,
  FROM_NOT_SIGNED,
  REPEATED_TAG,
  NO_TAG,
  UNKNOWN_FORM,
  OLD_ALGORITHM,
  IDENTITY_OUTSIDE_DOMAIN,
  EXPIRES_BEFORE_SIGNED;

  private final List<String> arguments;

  SignaturePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "explain.signature";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
