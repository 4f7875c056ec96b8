package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How much a change repairs, in sentences. */
public final class Effects {
  private final Entry entry;
  private final long failing;
  private final Language language;

  private Effects(Entry entry, Tally tally, Language language) {
    this.entry = entry;
    this.failing = tally.fail();
    this.language = language;
  }

  public static String of(Entry entry, DomainFindings domain, Language language) {
    Effects effects = new Effects(entry, domain.tally(), language);
    List<Saying> sentences = new ArrayList<>(effects.sentences(effects.rates()));
    if (!entry.isBack()) {
      sentences.add(EffectPhrase.FAILING_SINCE.of(entry.since()));
    }
    return language.say(sentences);
  }

  /** The same where the pass rates, and since when it fails, stand beside it. */
  public static String withoutRates(Entry entry, DomainFindings domain, Language language) {
    Effects effects = new Effects(entry, domain.tally(), language);
    return language.say(effects.sentences(Optional.empty()));
  }

  /** The same in a few words. */
  public static String brief(Entry entry, Language language) {
    return language.say(BriefEffects.inFewWords(entry));
  }

  /** A sentence with the share that passes now and then. */
  public static String brief(Entry entry, Tally tally, Language language) {
    return language.say(BriefEffects.of(entry, tally, language));
  }

  private List<Saying> sentences(Optional<Saying> rates) {
    List<Saying> sentences = new ArrayList<>();
    if (entry.repairedMax() == 0) {
      sentences.add(withoutRepair(entry.first().changes().get(0)));
    } else if (entry.isAlternative()) {
      sentences.add(alone());
      sentences.add(besides());
    } else {
      sentences.add(repairs(rates));
    }
    return sentences;
  }

  private Saying withoutRepair(Recommendation change) {
    EffectPhrase phrase =
        switch (change) {
          case ASK_OWNER -> EffectPhrase.ASKS;
          case PARK_DOMAIN -> EffectPhrase.PARKS;
          case ENFORCE_POLICY -> EffectPhrase.STOPS;
          case WAIT -> EffectPhrase.WAITS;
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
              NONE ->
              EffectPhrase.SHOWS_NO_REPAIR;
        };
    return phrase.of(entry.failing());
  }

  private Saying alone() {
    return isCertain()
        ? EffectPhrase.ALONE.of(entry.repairedMax(), failing)
        : EffectPhrase.ALONE_BETWEEN.of(
            entry.repairedMin(), entry.repairedMax(), failing, condition());
  }

  private Saying besides() {
    EffectPhrase phrase =
        entry.addsProof() ? EffectPhrase.BESIDES_AS_SECOND_PROOF : EffectPhrase.BESIDES;
    return phrase.of(Numbers.series(entry.insteadOf()));
  }

  private Saying repairs(Optional<Saying> rates) {
    long least = entry.repairedMin();
    long most = entry.repairedMax();
    if (rates.isEmpty()) {
      return isCertain()
          ? EffectPhrase.REPAIRS.of(most, failing)
          : EffectPhrase.REPAIRS_BETWEEN.of(least, most, failing, condition());
    }
    return isCertain()
        ? EffectPhrase.REPAIRS_AT_RATES.of(most, failing, rates.get())
        : EffectPhrase.REPAIRS_BETWEEN_AT_RATES.of(least, most, failing, condition(), rates.get());
  }

  private boolean isCertain() {
    return entry.repairedMin() == entry.repairedMax();
  }

  /** What it depends on how many are repaired. */
  private Saying condition() {
    return switch (entry.first().changes().get(0)) {
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> EffectPhrase.WHOSE_ACCOUNT.of();
      case PUBLISH_DKIM, AUTHORIZE_IN_SPF, REPAIR_SPF ->
          EffectPhrase.WHOSE_SERVERS.of(entry.sources());
      case REPAIR_DKIM, REPAIR_EASY_DKIM -> EffectPhrase.WHICH_FLAW.of();
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
          EffectPhrase.LEFT_OPEN.of();
    };
  }

  /** From the present pass rate to the one with this, and with all told before it. */
  private Optional<Saying> rates() {
    boolean told = !entry.together().isEmpty();
    boolean closed = entry.togetherWithClosed();
    if (entry.members().size() > 1) {
      EffectPhrase with = closed ? EffectPhrase.TOGETHER_WITH_CLOSED : EffectPhrase.TOGETHER;
      return told ? Optional.of(with.of(entry.lastRank(), together())) : Optional.empty();
    }
    Action first = entry.first();
    String now = Numbers.percent(first.rateNow(), language);
    String then = Numbers.percent(first.rateMin(), first.rateMax(), language);
    EffectPhrase with =
        closed ? EffectPhrase.RATE_AND_TOGETHER_WITH_CLOSED : EffectPhrase.RATE_AND_TOGETHER;
    return Optional.of(
        told ? with.of(now, then, entry.lastRank(), together()) : EffectPhrase.RATE.of(now, then));
  }

  private String together() {
    List<OptionalDouble> together = entry.together();
    return Numbers.percent(together.get(0), together.get(1), language);
  }
}
