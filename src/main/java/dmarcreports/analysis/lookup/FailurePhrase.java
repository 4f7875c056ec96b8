package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.dns.Answer;
import java.util.List;

/** Why a question was not answered. */
enum FailurePhrase implements Phrase {
  SERVFAIL,
  REFUSED,
  TIMEOUT,
  TRUNCATED,
  LAME,
  ALIASES,
  MALFORMED,
  UNREACHABLE,
  NOT_ASKED;

  static Saying of(Answer.Failure failure) {
    return switch (failure) {
      case SERVFAIL -> SERVFAIL.of();
      case REFUSED -> REFUSED.of();
      case TIMEOUT -> TIMEOUT.of();
      case TRUNCATED -> TRUNCATED.of();
      case LAME -> LAME.of();
      case ALIASES -> ALIASES.of();
      case MALFORMED -> MALFORMED.of();
      case UNREACHABLE -> UNREACHABLE.of();
      case NOT_ASKED -> NOT_ASKED.of();
    };
  }

  @Override
  public String subject() {
    return "lookup.failure";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
