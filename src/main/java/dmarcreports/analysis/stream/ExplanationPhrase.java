package dmarcreports.analysis.stream;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What a diagnosis can say: sentences, and the clauses that tell how a signature is broken. */
enum ExplanationPhrase implements Phrase {
  INVALID_FROM,
  REPORTER_INCONSISTENT("author"),
  HEALTHY("author"),
  FORWARDED_OK("author"),
  FORWARDED_OK_BY("author", "forwarder"),
  TRANSIENT,

  OK_SPF_ONLY("author"),
  RELAX_ADKIM,
  REPAIR_SIGNATURE,
  SIGNATURE_UNANSWERED,
  TURN_ON_EASY_DKIM("author"),
  SIGN_AS("author"),

  OK_DKIM_ONLY("author"),
  SPF_STRICT_ONLY("return_path", "author"),
  MAIL_FROM_OF_SES("return_path"),
  MAIL_FROM_OF_SES_STRICT("return_path"),
  SPF_FOREIGN("return_path"),
  SPF_UNLISTED,
  SPF_PROVES_NOTHING,

  STRICT_SPF("proof", "author"),
  STRICT_DKIM("proofs", "author"),
  STRICT_BOTH("proof", "author"),

  /** A clause, as the next three. */
  KEY_MISSING,
  KEY_UNUSABLE,
  KEY_UNANSWERED,
  SIGNATURE_BROKEN,

  SES_DKIM_BROKEN("author", "flaw"),
  EASY_DKIM_AGAIN,
  EASY_DKIM_AGAIN_IF_IT_STAYS,
  KEY_WRONG,

  SES_UNALIGNED("author"),
  EASY_DKIM_EVERYWHERE("author"),
  EASY_DKIM_AND_MAIL_FROM("author"),
  EASY_DKIM_AND_MAIL_FROM_STRICT("author"),

  VENDOR_DKIM_BROKEN("service", "author", "flaw"),
  REPAIR_SERVICES_KEY,
  VENDOR_UNALIGNED("service", "proofs", "author"),
  VENDOR_UNALIGNED_ITSELF("service", "author"),
  SERVICE_SHOULD_SIGN("author"),
  SERVICE_SHOULD_SIGN_BELOW("author"),
  SERVICE_SHOULD_SIGN_IF_YOURS("author"),
  SERVICE_SHOULD_SIGN_BELOW_IF_YOURS("author"),
  NOBODY_USES_SERVICE,

  OWN_DKIM("author", "flaw"),
  PUBLISH_KEY,
  FIND_CHANGE,
  SIGNER_GUESSED,

  OWN_SPF_BROKEN("return_path"),
  OWN_SPF_NONE("return_path"),
  OWN_SPF_UNLISTED("return_path"),
  SIGN_AS_WELL,

  PERHAPS_PASSED_ON,
  PERHAPS_PASSED_ON_BY("forwarder"),
  PERHAPS_PASSED_ON_FROM("service", "author"),
  OR_SENT_THROUGH_IT("service"),
  PASSED_ON("author"),
  PASSED_ON_BY("forwarder", "author"),
  NOTHING_TO_REPAIR,
  PASSED_ON_UNSIGNED("author"),
  PASSED_ON_UNSIGNED_BY("forwarder", "author"),
  SIGN_TO_SURVIVE,

  UNKNOWN_THIRD_PARTY("stranger", "author"),
  OTHER_CUSTOMER("service", "stranger", "author"),
  STRANGERS_SIGNATURE,

  YOU_SAID_THEIRS,
  THEIRS_UNPROVEN("author"),
  THEIRS_PROVEN("author"),
  FORGED_UNPROVEN("author"),
  FORGED_PROVEN("author"),
  GUESS,
  REFUSED_ALREADY,
  LET_THROUGH,
  STOP_BY_POLICY,

  CLAIMS("author"),
  NO_TRACE("author"),
  SISTER_APART("sister", "author"),
  YOU_SAID_OURS,
  ASK_AND_REPAIR,
  ASK_AND_SIGN,

  NOTHING_PROVEN,
  NOTHING_PROVEN_REFUSED;

  private final List<String> arguments;

  ExplanationPhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "explanation";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
