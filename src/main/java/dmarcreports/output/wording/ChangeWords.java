package dmarcreports.output.wording;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import java.util.List;
import java.util.stream.Collectors;

/** Changes in a few words each, where they are explained. */
public final class ChangeWords {
  private ChangeWords() {}

  /** The changes, one or several that work only together, with their code. */
  public static String of(List<Recommendation> changes, Language language) {
    String codes = changes.stream().map(Recommendation::word).collect(Collectors.joining("+"));
    return language.say(ChangePhrase.CODED.of(together(changes), codes));
  }

  private static Saying together(List<Recommendation> changes) {
    Saying first = phrase(changes.get(0)).of();
    return changes.size() == 1
        ? first
        : ChangePhrase.TOGETHER.of(first, together(changes.subList(1, changes.size())));
  }

  private static Phrase phrase(Recommendation change) {
    return switch (change) {
      case CUSTOM_MAIL_FROM -> ExplainedChangePhrase.CUSTOM_MAIL_FROM;
      case EASY_DKIM -> ExplainedChangePhrase.EASY_DKIM;
      case REPAIR_EASY_DKIM -> ExplainedChangePhrase.REPAIR_EASY_DKIM;
      case OWN_IDENTITY -> ExplainedChangePhrase.OWN_IDENTITY;
      case VENDOR_RETURN_PATH -> ExplainedChangePhrase.VENDOR_RETURN_PATH;
      case REPAIR_DKIM -> ExplainedChangePhrase.REPAIR_DKIM;
      case AUTHORIZE_IN_SPF -> ExplainedChangePhrase.AUTHORIZE_IN_SPF;
      case REPAIR_SPF -> ExplainedChangePhrase.REPAIR_SPF;
      case PARK_DOMAIN -> ExplainedChangePhrase.PARK_DOMAIN;
      case WAIT -> ExplainedChangePhrase.WAIT;
      case NONE -> ExplainedChangePhrase.NONE;
      case RELAX_ASPF, RELAX_ADKIM, VENDOR_DKIM, PUBLISH_DKIM, ASK_OWNER, ENFORCE_POLICY ->
          PlainWords.phrase(change);
    };
  }
}
