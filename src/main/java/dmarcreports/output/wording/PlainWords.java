package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.stream.StreamClass;
import java.util.List;
import java.util.stream.Collectors;

/** Classes and changes in half a line, for people who know mail and not DMARC. */
public final class PlainWords {
  private static final List<String> SAID =
      List.of("perhaps", "cannot tell", "cannot be told", "known");

  private PlainWords() {}

  /** What is to be done, and to what. */
  public static String of(Action action) {
    return changes(action) + " (" + Prose.name(action.target().text()) + ")";
  }

  /** What is to be done. */
  public static String changes(Action action) {
    return action.changes().stream().map(PlainWords::of).collect(Collectors.joining(" and "));
  }

  public static String of(Recommendation change) {
    return switch (change) {
      case RELAX_ASPF -> "publish aspf=r";
      case RELAX_ADKIM -> "publish adkim=r";
      case CUSTOM_MAIL_FROM -> "set a custom MAIL FROM domain";
      case EASY_DKIM -> "turn on Easy DKIM";
      case REPAIR_EASY_DKIM -> "publish the Easy DKIM CNAME records again";
      case OWN_IDENTITY -> "send as an identity of its own";
      case VENDOR_DKIM -> "have the service sign with your domain";
      case VENDOR_RETURN_PATH -> "have the service use a return path of yours";
      case PUBLISH_DKIM -> "sign with your domain";
      case REPAIR_DKIM -> "mend the DKIM signature";
      case AUTHORIZE_IN_SPF -> "list the server in SPF";
      case REPAIR_SPF -> "mend the SPF record";
      case ASK_OWNER -> "find out who sends this";
      case PARK_DOMAIN -> "say that it sends no mail, if it sends none";
      case ENFORCE_POLICY -> "publish a stricter policy";
      case WAIT -> "wait and see";
      case NONE -> "nothing";
    };
  }

  /** The same; what is a guess says that it is one. */
  public static String of(StreamClass streamClass, Confidence confidence) {
    return guessed(of(streamClass), confidence);
  }

  public static String guessed(String words, Confidence confidence) {
    boolean said = SAID.stream().anyMatch(words::contains);
    return confidence == Confidence.GUESS && !said ? words + " (a guess)" : words;
  }

  private static String of(StreamClass streamClass) {
    return switch (streamClass) {
      case INVALID_FROM -> "its From names no single domain";
      case REPORTER_INCONSISTENT -> "the receiver contradicts itself";
      case HEALTHY, FORWARDED_OK, OK_DKIM_ONLY, OK_SPF_ONLY -> "proven to be yours";
      case TRANSIENT -> "DNS did not answer";
      case STRICT_MODE -> "proven yours, but the record wants identical names";
      case SES_DKIM_BROKEN -> "signed for you, but the signature cannot be verified";
      case SES_UNALIGNED, VENDOR_UNALIGNED -> "a service that proves its own name, not yours";
      case LIST_OR_FORWARD_BROKEN -> "perhaps changed by a list or forwarder";
      case OWN_DKIM -> "your signature is broken there";
      case OWN_SPF -> "your server, but SPF does not pass for it";
      case UNKNOWN_THIRD_PARTY -> "an unknown organization that proves its own name";
      case SPOOF_SUSPECT -> "perhaps forged: nothing in it proves you";
      case UNKNOWN -> "the reports cannot tell whose mail it is";
    };
  }
}
