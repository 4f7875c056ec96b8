package dmarcreports.output;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.Failure;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.ReporterFindings.Fault;
import dmarcreports.report.DomainName;
import dmarcreports.report.Policy;
import java.net.IDN;

/** What the codes mean, for people who know mail and not DMARC. */
final class Words {
  private static final String LABELLED = "labelled as yours";

  private Words() {}

  /** A domain, and the same as its owner writes it where that differs. */
  static String name(DomainName domain) {
    String text = domain.text();
    String written = text.contains("xn--") ? IDN.toUnicode(text, IDN.ALLOW_UNASSIGNED) : text;
    return written.equals(text) ? text : text + " (" + written + ")";
  }

  /** A source group: a service, a network, or mail of which no address is named. */
  static String group(String sourceGroup) {
    return sourceGroup.isEmpty() ? "addresses that are not named" : sourceGroup;
  }

  /** What is the matter with mail of that class, in a few words. */
  static String of(StreamClass streamClass) {
    return switch (streamClass) {
      case INVALID_FROM -> "no single From domain";
      case REPORTER_INCONSISTENT -> "report contradicts itself";
      case HEALTHY -> "proven by SPF and DKIM";
      case FORWARDED_OK -> "forwarded, still proven";
      case OK_DKIM_ONLY -> "proven by DKIM alone";
      case OK_SPF_ONLY -> "proven by SPF alone";
      case TRANSIENT -> "DNS did not answer";
      case STRICT_MODE -> "yours; record too strict";
      case SES_DKIM_BROKEN, OWN_DKIM -> "your signature is broken";
      case SES_UNALIGNED, VENDOR_UNALIGNED -> "proves only itself";
      case LIST_OR_FORWARD_BROKEN -> "perhaps changed by a list or forwarder";
      case OWN_SPF -> "your SPF record fails it";
      case UNKNOWN_THIRD_PARTY -> "unknown organization";
      case SPOOF_SUSPECT -> "perhaps forged";
      case UNKNOWN -> "cannot be told";
    };
  }

  /** Why failing mail of that class is believed to be the owner's, or may be. */
  static String believed(StreamClass streamClass) {
    return switch (streamClass) {
      case STRICT_MODE -> "proven by another name of your organization";
      case SES_DKIM_BROKEN -> "Amazon SES signs it in your name";
      case SES_UNALIGNED -> "Amazon SES sends only for a From that somebody verified there";
      case VENDOR_UNALIGNED -> "a service that sends for its customers, so perhaps for you";
      case OWN_DKIM -> "it claims your signature, and other mail from there is proven yours";
      case OWN_SPF -> "other mail from there is proven yours";
      case LIST_OR_FORWARD_BROKEN ->
          "perhaps passed on by a list or forwarder; it may have been yours";
      case UNKNOWN -> "nothing proves who sent it; a server of yours or not";
      case UNKNOWN_THIRD_PARTY -> "proves its own name, as a tool does that was forgotten";
      case REPORTER_INCONSISTENT -> "its own checks prove you, and the receiver says fail";
      case INVALID_FROM -> "its From names no single domain; a server of yours or not";
      case TRANSIENT -> "DNS did not answer for it; a server of yours or not";
      case HEALTHY, FORWARDED_OK, OK_DKIM_ONLY, OK_SPF_ONLY, SPOOF_SUSPECT -> LABELLED;
    };
  }

  /** The same; where the owner says whose it is, nothing else is given as the reason. */
  static String believed(Diagnosis diagnosis) {
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
    return said ? LABELLED : believed(diagnosis.streamClass());
  }

  /** What became of SPF. */
  static String spf(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED -> "passes, by the receiver's word alone";
      case REPORT_FAIL_CONTRADICTED -> "fails, against the receiver's own checks";
      case ALIGNED_EXACT -> "passes for exactly this name";
      case ALIGNED_ORG -> "passes for another name of yours, which counts";
      case STRICT_ONLY -> "passes for another name of yours, which aspf=s does not count";
      case PASS_FOREIGN -> "passes for another domain, not yours";
      case OWN_FAIL -> "fails: the server is not listed";
      case OWN_SOFTFAIL -> "fails softly: the server is not listed";
      case OWN_NEUTRAL -> "takes no position on this server";
      case OWN_NONE -> "finds no record";
      case OWN_PERMERROR -> "finds a broken record";
      case OWN_TEMPERROR -> "got no answer from DNS";
      case OWN_POLICY -> "is refused by the receiver";
      case FAIL_FOREIGN -> "fails, for another domain";
      case MISSING -> "shows nothing";
    };
  }

  /** What became of DKIM. */
  static String dkim(Cause cause) {
    return switch (cause) {
      case REPORT_PASS_UNSUPPORTED -> "passes, by the receiver's word alone";
      case REPORT_FAIL_CONTRADICTED -> "fails, against the receiver's own checks";
      case ALIGNED_EXACT -> "passes for exactly this name";
      case ALIGNED_ORG -> "passes for another name of yours, which counts";
      case STRICT_ONLY -> "passes for another name of yours, which adkim=s does not count";
      case PASS_FOREIGN -> "passes for another domain, not yours";
      case OWN_FAIL -> "fails: your signature does not verify";
      case OWN_NONE, OWN_NEUTRAL -> "does not accept the form of your signature";
      case OWN_SOFTFAIL, OWN_POLICY -> "is not accepted by the receiver";
      case OWN_PERMERROR -> "finds no usable key for your signature";
      case OWN_TEMPERROR -> "got no key from DNS";
      case FAIL_FOREIGN -> "fails, for another domain";
      case MISSING -> "shows no signature";
    };
  }

  static String of(Confidence confidence) {
    return switch (confidence) {
      case CERTAIN -> "certain";
      case LIKELY -> "likely";
      case GUESS -> "a guess; the reports tell too little";
    };
  }

  static String of(Failure failure) {
    return switch (failure) {
      case SPF_ALIGNMENT -> "SPF alignment failure";
      case DKIM_ALIGNMENT -> "DKIM alignment failure";
      case SPF_AND_DKIM_ALIGNMENT -> "SPF and DKIM alignment failure";
      case AUTHENTICATION -> "authentication failure: nothing passes";
      case UNEXPLAINED -> "failure that the report does not explain";
      case NONE -> "no failure";
    };
  }

  static String of(ActionState state) {
    return switch (state) {
      case OPEN -> "Failing";
      case REPAIRED -> "Repaired";
      case BACK -> "BACK: repaired once, and failing again";
      case SILENT -> "Silent";
    };
  }

  static String of(Fault fault) {
    return switch (fault) {
      case CONTRADICTS_ITSELF -> "gives verdicts that do not follow from its own checks";
      case ECHOES_RAW_RESULTS -> "calls aligned whatever passes, for whatever domain";
      case SWAPS_VERDICTS -> "gives the verdict of SPF for DKIM, and the other way round";
      case PARTIAL_EVIDENCE -> "leaves out the checks that its verdicts rest on";
    };
  }

  /** What a policy asks of receivers. */
  static String of(Policy policy) {
    return switch (policy) {
      case NONE -> "receivers are asked to do nothing about mail that fails";
      case QUARANTINE -> "receivers are asked to treat mail that fails as spam";
      case REJECT -> "receivers are asked to refuse mail that fails";
    };
  }
}
