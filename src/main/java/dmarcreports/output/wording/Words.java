package dmarcreports.output.wording;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.Failure;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.ReporterFindings.Fault;
import dmarcreports.output.language.Language;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.net.IDN;

/** What the codes mean, for people who know mail and not DMARC. */
public final class Words {
  private Words() {}

  /** A domain, and the same as its owner writes it where that differs. */
  public static String name(DomainName domain) {
    String text = domain.text();
    String written = text.contains("xn--") ? IDN.toUnicode(text, IDN.ALLOW_UNASSIGNED) : text;
    return written.equals(text) ? text : text + " (" + written + ")";
  }

  /** A source group: a service, a network, or mail of which no address is named. */
  public static String group(String sourceGroup, Language language) {
    return sourceGroup.isEmpty() ? language.say(WordPhrase.ADDRESSES_NOT_NAMED) : sourceGroup;
  }

  /** What is the matter with mail of that class, in a few words. */
  public static String of(StreamClass streamClass, Language language) {
    return language.say(phrase(streamClass));
  }

  static Phrase phrase(StreamClass streamClass) {
    return switch (streamClass) {
      case INVALID_FROM -> ClassPhrase.NO_SINGLE_FROM;
      case REPORTER_INCONSISTENT -> ClassPhrase.CONTRADICTORY;
      case HEALTHY -> ClassPhrase.HEALTHY;
      case FORWARDED_OK -> ClassPhrase.FORWARDED_OK;
      case OK_DKIM_ONLY -> ClassPhrase.OK_DKIM_ONLY;
      case OK_SPF_ONLY -> ClassPhrase.OK_SPF_ONLY;
      case TRANSIENT -> ClassPhrase.TRANSIENT;
      case STRICT_MODE -> ClassPhrase.STRICT_MODE;
      case SES_DKIM_BROKEN, OWN_DKIM -> ClassPhrase.SIGNATURE_BROKEN;
      case SES_UNALIGNED, VENDOR_UNALIGNED -> ClassPhrase.UNALIGNED;
      case LIST_OR_FORWARD_BROKEN -> ClassPhrase.PERHAPS_CHANGED;
      case OWN_SPF -> ClassPhrase.OWN_SPF;
      case UNKNOWN_THIRD_PARTY -> ClassPhrase.UNKNOWN_THIRD_PARTY;
      case SPOOF_SUSPECT -> ClassPhrase.SPOOF_SUSPECT;
      case UNKNOWN -> ClassPhrase.UNKNOWN;
    };
  }

  /** Why failing mail of that class is believed to be the owner's, or may be. */
  static Phrase believed(StreamClass streamClass) {
    return switch (streamClass) {
      case STRICT_MODE -> BelievedPhrase.STRICT_MODE;
      case SES_DKIM_BROKEN -> BelievedPhrase.SES_DKIM_BROKEN;
      case SES_UNALIGNED -> BelievedPhrase.SES_UNALIGNED;
      case VENDOR_UNALIGNED -> BelievedPhrase.VENDOR_UNALIGNED;
      case OWN_DKIM -> BelievedPhrase.OWN_DKIM;
      case OWN_SPF -> BelievedPhrase.OWN_SPF;
      case LIST_OR_FORWARD_BROKEN -> BelievedPhrase.PERHAPS_CHANGED;
      case UNKNOWN -> BelievedPhrase.UNKNOWN;
      case UNKNOWN_THIRD_PARTY -> BelievedPhrase.UNKNOWN_THIRD_PARTY;
      case REPORTER_INCONSISTENT -> BelievedPhrase.CONTRADICTORY;
      case INVALID_FROM -> BelievedPhrase.NO_SINGLE_FROM;
      case TRANSIENT -> BelievedPhrase.TRANSIENT;
      case HEALTHY, FORWARDED_OK, OK_DKIM_ONLY, OK_SPF_ONLY, SPOOF_SUSPECT ->
          BelievedPhrase.LABELLED;
    };
  }

  /**
   * Why mail of that diagnosis is believed to be the owner's, or may be; where the owner says whose
   * it is, nothing else is given as the reason.
   */
  public static String believed(Diagnosis diagnosis, Language language) {
    boolean certain = diagnosis.confidence() == Confidence.CERTAIN;
    boolean said =
        switch (diagnosis.streamClass()) {
          case VENDOR_UNALIGNED, OWN_DKIM, OWN_SPF -> certain;
          case LIST_OR_FORWARD_BROKEN,
              UNKNOWN,
              UNKNOWN_THIRD_PARTY,
              REPORTER_INCONSISTENT,
              INVALID_FROM,
              TRANSIENT ->
              diagnosis.belonging() == Belonging.OURS;
          case STRICT_MODE,
              SES_DKIM_BROKEN,
              SES_UNALIGNED,
              HEALTHY,
              FORWARDED_OK,
              OK_DKIM_ONLY,
              OK_SPF_ONLY,
              SPOOF_SUSPECT ->
              false;
        };
    return language.say(said ? BelievedPhrase.LABELLED : believed(diagnosis.streamClass()));
  }

  public static String of(Confidence confidence, Language language) {
    return language.say(
        switch (confidence) {
          case CERTAIN -> WordPhrase.CONFIDENCE_CERTAIN;
          case LIKELY -> WordPhrase.CONFIDENCE_LIKELY;
          case GUESS -> WordPhrase.CONFIDENCE_GUESS;
        });
  }

  public static String of(Failure failure, Language language) {
    return language.say(
        switch (failure) {
          case SPF_ALIGNMENT -> WordPhrase.FAILURE_SPF_ALIGNMENT;
          case DKIM_ALIGNMENT -> WordPhrase.FAILURE_DKIM_ALIGNMENT;
          case SPF_AND_DKIM_ALIGNMENT -> WordPhrase.FAILURE_SPF_AND_DKIM_ALIGNMENT;
          case AUTHENTICATION -> WordPhrase.FAILURE_AUTHENTICATION;
          case UNEXPLAINED -> WordPhrase.FAILURE_UNEXPLAINED;
          case NONE -> WordPhrase.FAILURE_NONE;
        });
  }

  public static String of(ActionState state, Language language) {
    return language.say(
        switch (state) {
          case OPEN -> WordPhrase.STATE_OPEN;
          case REPAIRED -> WordPhrase.STATE_REPAIRED;
          case BACK -> WordPhrase.STATE_BACK;
          case SILENT -> WordPhrase.STATE_SILENT;
        });
  }

  public static String of(Fault fault, Language language) {
    return language.say(
        switch (fault) {
          case CONTRADICTS_ITSELF -> WordPhrase.FAULT_CONTRADICTS_ITSELF;
          case ECHOES_RAW_RESULTS -> WordPhrase.FAULT_ECHOES_RAW_RESULTS;
          case SWAPS_VERDICTS -> WordPhrase.FAULT_SWAPS_VERDICTS;
          case PARTIAL_EVIDENCE -> WordPhrase.FAULT_PARTIAL_EVIDENCE;
        });
  }

  /** What a policy asks of receivers. */
  public static String of(Policy policy, Language language) {
    return language.say(
        switch (policy) {
          case NONE -> WordPhrase.POLICY_NONE;
          case QUARANTINE -> WordPhrase.POLICY_QUARANTINE;
          case REJECT -> WordPhrase.POLICY_REJECT;
        });
  }
}
