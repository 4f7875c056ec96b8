package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.output.language.Language;
import java.util.List;

/** Classes and changes in half a line, for people who know mail and not DMARC. */
public final class PlainWords {
  private PlainWords() {}

  /** What is to be done, and to what. */
  public static String of(Action action, Language language) {
    return language.say(
        ChangePhrase.OF_TARGET.of(changes(action, language), Prose.name(action.target().text())));
  }

  /** What is to be done. */
  public static String changes(Action action, Language language) {
    List<String> changes = action.changes().stream().map(change -> of(change, language)).toList();
    return language.say(Names.of(Names.Joint.AND, changes));
  }

  public static String of(Recommendation change, Language language) {
    return language.say(phrase(change));
  }

  static Phrase phrase(Recommendation change) {
    return switch (change) {
      case RELAX_ASPF -> ChangePhrase.RELAX_ASPF;
      case RELAX_ADKIM -> ChangePhrase.RELAX_ADKIM;
      case CUSTOM_MAIL_FROM -> ChangePhrase.CUSTOM_MAIL_FROM;
      case EASY_DKIM -> ChangePhrase.EASY_DKIM;
      case REPAIR_EASY_DKIM -> ChangePhrase.REPAIR_EASY_DKIM;
      case OWN_IDENTITY -> ChangePhrase.OWN_IDENTITY;
      case VENDOR_DKIM -> ChangePhrase.VENDOR_DKIM;
      case VENDOR_RETURN_PATH -> ChangePhrase.VENDOR_RETURN_PATH;
      case PUBLISH_DKIM -> ChangePhrase.PUBLISH_DKIM;
      case REPAIR_DKIM -> ChangePhrase.REPAIR_DKIM;
      case AUTHORIZE_IN_SPF -> ChangePhrase.AUTHORIZE_IN_SPF;
      case REPAIR_SPF -> ChangePhrase.REPAIR_SPF;
      case ASK_OWNER -> ChangePhrase.ASK_OWNER;
      case PARK_DOMAIN -> ChangePhrase.PARK_DOMAIN;
      case ENFORCE_POLICY -> ChangePhrase.ENFORCE_POLICY;
      case WAIT -> ChangePhrase.WAIT;
      case NONE -> ChangePhrase.NONE;
    };
  }

  /** What is the matter with mail of that class; what is a guess says that it is one. */
  public static String of(StreamClass streamClass, Confidence confidence, Language language) {
    return guessed(phrase(streamClass), streamClass, confidence, language);
  }

  /** The same in a few words. */
  public static String brief(StreamClass streamClass, Confidence confidence, Language language) {
    return guessed(Words.phrase(streamClass), streamClass, confidence, language);
  }

  private static String guessed(
      Phrase phrase, StreamClass streamClass, Confidence confidence, Language language) {
    return language.say(
        confidence == Confidence.GUESS && !saysThatItIsOpen(streamClass)
            ? ClassPhrase.GUESSED.of(phrase.of())
            : phrase.of());
  }

  /** Whether the words for it leave open already what it is. */
  private static boolean saysThatItIsOpen(StreamClass streamClass) {
    return switch (streamClass) {
      case LIST_OR_FORWARD_BROKEN, UNKNOWN_THIRD_PARTY, SPOOF_SUSPECT, UNKNOWN -> true;
      case INVALID_FROM,
          REPORTER_INCONSISTENT,
          HEALTHY,
          FORWARDED_OK,
          OK_DKIM_ONLY,
          OK_SPF_ONLY,
          TRANSIENT,
          STRICT_MODE,
          SES_DKIM_BROKEN,
          SES_UNALIGNED,
          VENDOR_UNALIGNED,
          OWN_DKIM,
          OWN_SPF ->
          false;
    };
  }

  private static Phrase phrase(StreamClass streamClass) {
    return switch (streamClass) {
      case INVALID_FROM -> PlainClassPhrase.NO_SINGLE_FROM;
      case REPORTER_INCONSISTENT -> PlainClassPhrase.CONTRADICTORY;
      case HEALTHY, FORWARDED_OK, OK_DKIM_ONLY, OK_SPF_ONLY -> PlainClassPhrase.PROVEN;
      case TRANSIENT -> ClassPhrase.TRANSIENT;
      case STRICT_MODE -> PlainClassPhrase.STRICT_MODE;
      case SES_DKIM_BROKEN -> PlainClassPhrase.SES_DKIM_BROKEN;
      case SES_UNALIGNED, VENDOR_UNALIGNED -> PlainClassPhrase.UNALIGNED;
      case LIST_OR_FORWARD_BROKEN -> ClassPhrase.PERHAPS_CHANGED;
      case OWN_DKIM -> PlainClassPhrase.OWN_DKIM;
      case OWN_SPF -> PlainClassPhrase.OWN_SPF;
      case UNKNOWN_THIRD_PARTY -> PlainClassPhrase.UNKNOWN_THIRD_PARTY;
      case SPOOF_SUSPECT -> PlainClassPhrase.SPOOF_SUSPECT;
      case UNKNOWN -> PlainClassPhrase.UNKNOWN;
    };
  }
}
