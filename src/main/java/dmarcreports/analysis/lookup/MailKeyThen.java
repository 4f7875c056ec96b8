package dmarcreports.analysis.lookup;

import dmarcreports.analysis.explain.Vouched;
import dmarcreports.report.header.AuthenticationResults.Result;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the receiver made of a signature when the mail came in, and what that is worth beside the
 * key that is there now.
 *
 * @param fate how it ended
 * @param words the receiver's own
 */
record MailKeyThen(Fate fate, String words) {
  /** How the check of a signature ended. */
  enum Fate {
    PASSED,
    /** DNS did not answer. */
    UNANSWERED,
    /** There was no key that could be used. */
    NO_KEY,
    /** For another reason, or none that is told. */
    FAILED,
    /** It was not checked. */
    UNTOLD
  }

  /** A key as DNS shows it now. */
  enum Now {
    USABLE,
    NOT_USABLE,
    UNTOLD
  }

  private static final int MOST_CHARACTERS = 100;
  private static final Pattern NO_KEY =
      Pattern.compile(
          "\\bno\\s(?:\\w+\\s)?key\\b"
              + "|\\bkey\\s(?:\\w+\\s){0,2}(?:not\\sfound|missing|revoked|unavailable)"
              + "|nxdomain|\\b(?:invalid|bad)\\s(?:public\\s)?key",
          Pattern.CASE_INSENSITIVE);

  static MailKeyThen of(Vouched one) {
    Result result = one.result();
    Optional<String> more =
        result.words().stream().filter(w -> w.length() <= MOST_CHARACTERS).findFirst();
    return new MailKeyThen(
        fate(one), result.word() + more.map(words -> " (" + words + ")").orElse(""));
  }

  /** A broken signature ends in permerror too, whatever its key (RFC 6376, 6.1.1). */
  private static Fate fate(Vouched one) {
    Result result = one.result();
    if (result.words().stream().anyMatch(words -> NO_KEY.matcher(words).find())) {
      return Fate.NO_KEY;
    }
    boolean sound = one.signature().filter(s -> s.signature().flaws().isEmpty()).isPresent();
    return switch (result.word()) {
      case "pass" -> Fate.PASSED;
      case "temperror" -> Fate.UNANSWERED;
      case "permerror" -> sound ? Fate.NO_KEY : Fate.FAILED;
      case "fail", "policy" -> Fate.FAILED;
      default -> Fate.UNTOLD;
    };
  }

  /** What the two amount to; empty where nothing can be concluded. */
  Optional<Remark> beside(SeenKey key, Now now) {
    return switch (now) {
      case USABLE -> besideGood(key);
      case NOT_USABLE -> besideBad(key);
      case UNTOLD -> Optional.empty();
    };
  }

  private Optional<Remark> besideGood(SeenKey key) {
    return switch (fate) {
      case PASSED -> Optional.of(Remark.of(MailRemark.KEY_AS_THEN));
      case NO_KEY ->
          Optional.of(
              Remark.of(MailRemark.KEY_THERE_NOW, key, words).advising(MailAdvice.SEND_AGAIN.of()));
      case UNANSWERED ->
          Optional.of(
              Remark.of(MailRemark.KEY_UNANSWERED_THEN, key, words)
                  .advising(MailAdvice.SEND_AGAIN.of()));
      case FAILED -> Optional.of(Remark.of(MailRemark.KEY_NOT_THE_CAUSE, words));
      case UNTOLD -> Optional.empty();
    };
  }

  private Optional<Remark> besideBad(SeenKey key) {
    return switch (fate) {
      case PASSED ->
          Optional.of(
              Remark.of(MailRemark.KEY_GONE_SINCE, key).advising(MailAdvice.RESTORE_IF_USED.of()));
      case NO_KEY, FAILED -> Optional.of(Remark.of(MailRemark.KEY_IS_THE_CAUSE, words));
      case UNANSWERED, UNTOLD -> Optional.empty();
    };
  }
}
