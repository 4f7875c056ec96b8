package dmarcreports.output.wording;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import java.util.Optional;
import java.util.OptionalDouble;

/** How much a change repairs, where there is little room. */
final class BriefEffects {
  private final Entry entry;
  private final Tally tally;
  private final Language language;

  private BriefEffects(Entry entry, Tally tally, Language language) {
    this.entry = entry;
    this.tally = tally;
    this.language = language;
  }

  /** No sentence. */
  static Saying inFewWords(Entry entry) {
    if (entry.repairedMax() == 0) {
      return BriefEffectPhrase.FAILING.of(entry.failing());
    }
    return entry.repairedMin() == entry.repairedMax()
        ? BriefEffectPhrase.REPAIRED.of(entry.repairedMax(), entry.failing())
        : BriefEffectPhrase.REPAIRED_BETWEEN.of(
            entry.repairedMin(), entry.repairedMax(), entry.failing());
  }

  /** A sentence with the share that passes now and then. */
  static Saying of(Entry entry, Tally tally, Language language) {
    BriefEffects effects = new BriefEffects(entry, tally, language);
    return entry.repairedMax() == 0 ? effects.withoutRepair() : effects.repairs();
  }

  private Saying withoutRepair() {
    BriefEffectPhrase phrase =
        switch (entry.first().changes().get(0)) {
          case ASK_OWNER -> BriefEffectPhrase.ASKS;
          case PARK_DOMAIN -> BriefEffectPhrase.PARKS;
          case RELAX_ASPF,
              RELAX_ADKIM,
              CUSTOM_MAIL_FROM,
              EASY_DKIM,
              REPAIR_EASY_DKIM,
              OWN_IDENTITY,
              VENDOR_DKIM,
              VENDOR_RETURN_PATH,
              PUBLISH_DKIM,
              REPAIR_DKIM,
              AUTHORIZE_IN_SPF,
              REPAIR_SPF,
              ENFORCE_POLICY,
              WAIT,
              NONE ->
              BriefEffectPhrase.SHOWS_NO_REPAIR;
        };
    return phrase.of(entry.failing());
  }

  private Saying repairs() {
    long least = entry.repairedMin();
    long most = entry.repairedMax();
    long failing = tally.fail();
    String now = Numbers.percent(tally.passRate(), language);
    String then = then();
    if (least == most) {
      return BriefEffectPhrase.REPAIRS.of(most, failing, now, then);
    }
    Optional<Saying> condition = condition();
    if (least == 0) {
      return condition
          .map(one -> BriefEffectPhrase.REPAIRS_UP_TO_IF.of(most, failing, one, now, then))
          .orElseGet(() -> BriefEffectPhrase.REPAIRS_UP_TO.of(most, failing, now, then));
    }
    return condition
        .map(one -> BriefEffectPhrase.REPAIRS_FROM_TO_IF.of(least, most, failing, one, now, then))
        .orElseGet(() -> BriefEffectPhrase.REPAIRS_FROM_TO.of(least, most, failing, now, then));
  }

  /** When the most are repaired, where one can say so in a few words. */
  private Optional<Saying> condition() {
    return switch (entry.first().changes().get(0)) {
      case VENDOR_DKIM, VENDOR_RETURN_PATH ->
          Optional.of(BriefEffectPhrase.IF_ACCOUNT_IS_YOURS.of());
      case PUBLISH_DKIM, AUTHORIZE_IN_SPF, REPAIR_SPF ->
          Optional.of(BriefEffectPhrase.IF_SERVERS_ARE_YOURS.of(entry.sources()));
      case REPAIR_DKIM, REPAIR_EASY_DKIM -> Optional.of(BriefEffectPhrase.IF_KEY_IS_WRONG.of());
      case RELAX_ASPF,
          RELAX_ADKIM,
          CUSTOM_MAIL_FROM,
          EASY_DKIM,
          OWN_IDENTITY,
          ASK_OWNER,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          WAIT,
          NONE ->
          Optional.empty();
    };
  }

  private String then() {
    return entry.repairedMin() == 0
        ? Numbers.percent(then(entry.repairedMax()), language)
        : Numbers.percent(then(entry.repairedMin()), then(entry.repairedMax()), language);
  }

  private OptionalDouble then(long repaired) {
    double decided = (double) tally.pass() + tally.fail();
    return decided == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (tally.pass() + (double) repaired) / decided));
  }
}
