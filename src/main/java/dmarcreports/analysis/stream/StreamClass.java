package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import java.util.List;
import java.util.Locale;

/** What a mail stream is: the decision table. The first row that matches counts. */
public enum StreamClass {
  /** From names no domain or several: DMARC does not apply. */
  INVALID_FROM(Condition.NO_AUTHOR),
  /** The receiver contradicts its own evidence, and the verdict hangs on it. */
  REPORTER_INCONSISTENT(Condition.CONTRADICTION),
  /** Both legs are aligned. */
  HEALTHY(Condition.SPF_PROVES, Condition.DKIM_PROVES),
  /** Somebody passed the mail on; the signature survived. */
  FORWARDED_OK(Condition.DKIM_PROVES, Condition.FORWARDED),
  /** Proven by the signature alone. */
  OK_DKIM_ONLY(Condition.DKIM_PROVES),
  /** Proven by the sending server alone. */
  OK_SPF_ONLY(Condition.SPF_PROVES),
  /** DNS did not answer. */
  TRANSIENT(Condition.FAILS, Condition.NOT_THEIRS, Condition.NO_ANSWER),
  /** Genuine, and the record is stricter than the mail. */
  STRICT_MODE(Condition.FAILS, Condition.NOT_THEIRS, Condition.STRICT_ONLY),
  /** Amazon SES signs for us, and receivers cannot verify it. */
  SES_DKIM_BROKEN(Condition.FAILS, Condition.NOT_THEIRS, Condition.SES, Condition.BROKEN_SIGNATURE),
  /** Amazon SES vouches in its own name. */
  SES_UNALIGNED(Condition.FAILS, Condition.NOT_THEIRS, Condition.SES),
  /** Another service vouches in its own name. */
  VENDOR_UNALIGNED(
      Condition.FAILS, Condition.NOT_THEIRS, Condition.SERVICE, Condition.SERVICES_OWN),
  /** A list or a forwarder changed the mail. */
  LIST_OR_FORWARD_BROKEN(Condition.FAILS, Condition.NOT_THEIRS, Condition.PASSED_ON),
  /** Our signature is broken. */
  OWN_DKIM(Condition.FAILS, Condition.NOT_THEIRS, Condition.BROKEN_SIGNATURE, Condition.OUR_SIGNER),
  /** Our server is not on our list, or the list is broken. */
  OWN_SPF(Condition.FAILS, Condition.NOT_THEIRS, Condition.UNLISTED, Condition.OUR_SERVER),
  /** An organization that we do not know proves itself, and not us. */
  UNKNOWN_THIRD_PARTY(Condition.FAILS, Condition.NOT_THEIRS, Condition.STRANGER),
  /** Somebody else used our name. */
  SPOOF_SUSPECT(Condition.FOREIGN_CLAIM, Condition.NO_SIGNATURE, Condition.NOT_FORWARDED),
  /** The reports cannot tell. */
  UNKNOWN(Condition.NO_ROW_ABOVE);

  private static final List<StreamClass> ROWS = List.of(values());

  private final List<Condition> conditions;

  StreamClass(Condition... conditions) {
    this.conditions = List.of(conditions);
  }

  static StreamClass of(MailStream stream) {
    for (StreamClass row : ROWS) {
      if (row.matches(stream)) {
        return row;
      }
    }
    throw new IllegalStateException("no row: " + stream.key());
  }

  /** The conditions of the row that a stream does not meet; empty where the row matches. */
  public List<Condition> unmet(MailStream stream) {
    return conditions.stream().filter(c -> !c.holds(stream)).toList();
  }

  /** What the row asks, all of it; the rows above it come first. */
  public List<Condition> conditions() {
    return conditions;
  }

  /** The same in one clause. */
  public Saying rule() {
    return rule(conditions);
  }

  private static Saying rule(List<Condition> conditions) {
    Saying first = conditions.get(0).of();
    return conditions.size() == 1
        ? first
        : RulePhrase.AND.of(first, rule(conditions.subList(1, conditions.size())));
  }

  /** The word for it in CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean matches(MailStream stream) {
    for (Condition condition : conditions) {
      if (!condition.holds(stream)) {
        return false;
      }
    }
    return true;
  }

  /** How sure it is that this stream is of this class. */
  Confidence confidence(MailStream stream) {
    boolean labelled = stream.isLabelled(Ownership.OURS) || stream.isLabelled(Ownership.THEIRS);
    return switch (this) {
      case INVALID_FROM,
          REPORTER_INCONSISTENT,
          HEALTHY,
          OK_DKIM_ONLY,
          OK_SPF_ONLY,
          STRICT_MODE,
          SES_UNALIGNED ->
          Confidence.CERTAIN;
      case SES_DKIM_BROKEN -> ofBrokenSignature(stream);
      case FORWARDED_OK, TRANSIENT -> Confidence.LIKELY;
      case LIST_OR_FORWARD_BROKEN ->
          stream.testimony() || stream.knownForwarder() ? Confidence.LIKELY : Confidence.GUESS;
      case VENDOR_UNALIGNED, OWN_SPF -> labelled ? Confidence.CERTAIN : Confidence.LIKELY;
      case OWN_DKIM -> stream.ownSignature().orElse(Confidence.GUESS);
      case SPOOF_SUSPECT -> labelled ? Confidence.CERTAIN : Confidence.GUESS;
      case UNKNOWN_THIRD_PARTY, UNKNOWN -> Confidence.GUESS;
    };
  }

  /** DNS errors over days are a missing key; the other odd results may be anything. */
  private static Confidence ofBrokenSignature(MailStream stream) {
    if (stream.keyMissing()) {
      return Confidence.LIKELY;
    }
    boolean plain =
        stream.dkimCause() == Cause.OWN_PERMERROR || stream.dkimCause() == Cause.OWN_FAIL;
    return plain ? Confidence.CERTAIN : Confidence.GUESS;
  }
}
