package dmarcreports.output.html;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.lookup.ShownInDns;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.Step;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.html.view.ActionLabel;
import dmarcreports.output.html.view.ActionView;
import dmarcreports.output.html.view.ActionView.Code;
import dmarcreports.output.html.view.ActionView.How;
import dmarcreports.output.html.view.ActionView.StepView;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import dmarcreports.output.wording.ActionPhrase;
import dmarcreports.output.wording.Effects;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.HowPhrase;
import dmarcreports.output.wording.HowWords;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.Ranges;
import dmarcreports.output.wording.Reasons;
import java.util.List;
import java.util.Optional;

/** The actions of one domain, as the page shows them. */
final class ActionViews {
  private static final int MEMBERS = 20;

  private final DomainFindings domain;
  private final boolean codes;
  private final Gains gains;
  private final Language language;

  /**
   * @param codes whether there is room for code to paste
   */
  ActionViews(DomainFindings domain, boolean codes, Language language) {
    this.domain = domain;
    this.codes = codes;
    this.gains = new Gains(domain.tally(), language);
    this.language = language;
  }

  /**
   * What is still to be done.
   *
   * @param open whether its steps are shown at once
   */
  ActionView standing(Entry entry, List<String> ids, List<StreamFindings> behind, boolean open) {
    List<List<Saying>> reasons = Reasons.of(behind);
    return new ActionView(
        ids,
        Ranges.of(entry, language),
        entry.first().code(),
        Headlines.plain(entry, language),
        state(entry),
        kind(entry),
        entry.isAlternative()
            ? Optional.of(
                language.say(ActionLabel.INSTEAD_OF.of(Numbers.series(entry.insteadOf()))))
            : Optional.empty(),
        Effects.withoutRates(entry, domain, language),
        gains.of(entry),
        entry.members().size() > 1
            ? entry.members().stream()
                .limit(MEMBERS)
                .map(m -> member(m.rank(), m.action()))
                .toList()
            : List.of(),
        reasons.isEmpty() ? Optional.empty() : Optional.of(why(reasons)),
        behind.isEmpty()
            ? Optional.empty()
            : Optional.of(Reasons.evidence(behind.get(0), language)),
        how(entry),
        open);
  }

  /** What is done, or of which nothing comes any more. */
  ActionView closed(Entry entry, List<String> ids) {
    boolean silent = entry.first().state() == ActionState.SILENT;
    Saying before =
        (silent ? ActionPhrase.FAILED_BEFORE_AND_SILENT : ActionPhrase.FAILED_BEFORE)
            .of(entry.failing());
    return new ActionView(
        ids,
        Ranges.of(entry, language),
        entry.first().code(),
        Headlines.plain(entry, language),
        state(entry),
        kind(entry),
        Optional.empty(),
        language.say(before),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        how(entry),
        false);
  }

  private String state(Entry entry) {
    ActionLabel label = label(entry);
    return label == ActionLabel.STATE_ADVICE
        ? language.say(label)
        : language.say(ActionLabel.SINCE.of(language.say(label), entry.since()));
  }

  private static ActionLabel label(Entry entry) {
    return switch (entry.first().state()) {
      case OPEN ->
          entry.first().needsAttention() ? ActionLabel.STATE_OPEN : ActionLabel.STATE_ADVICE;
      case BACK -> ActionLabel.STATE_BACK;
      case REPAIRED -> ActionLabel.STATE_REPAIRED;
      case SILENT -> ActionLabel.STATE_SILENT;
    };
  }

  private static String kind(Entry entry) {
    return label(entry) == ActionLabel.STATE_ADVICE ? "advice" : entry.first().state().word();
  }

  private String member(int rank, Action action) {
    return language.say(
        ActionPhrase.MEMBER.of(
            rank, Headlines.target(action, language), action.failing(), action.sources()));
  }

  /** Of the first two classes of mail; the sources have the others. */
  private String why(List<List<Saying>> reasons) {
    return language.sentences(reasons.stream().limit(2).map(language::say).toList());
  }

  private How how(Entry entry) {
    Remedy remedy = entry.first().remedy();
    Optional<ShownInDns> shown = ShownInDns.of(entry.first());
    List<DnsRecord> records = shown.map(ShownInDns::missing).orElseGet(remedy::dnsRecords);
    return new How(
        summary(remedy.steps().size(), records.size()),
        said(remedy.needs()),
        entry.members().size() > 1
            ? Optional.of(
                language.say(HowPhrase.STEPS_OF.of(Headlines.target(entry.first(), language))))
            : Optional.empty(),
        remedy.steps().stream().map(this::step).toList(),
        records.isEmpty() ? Optional.empty() : Optional.of(language.say(HowWords.publish(records))),
        records.stream().map(DnsRecord::text).toList(),
        shown.map(HowWords::shown).map(language::say),
        shown.map(one -> one.state().word()).orElse(""),
        asks(entry) ? Optional.empty() : said(remedy.assumes()),
        codes ? remedy.snippets().stream().map(this::code).toList() : List.of());
  }

  private String summary(int steps, int records) {
    if (steps == 0) {
      return language.say(ActionLabel.HOW);
    }
    return language.say(
        records == 0
            ? ActionLabel.HOW_STEPS.of(steps)
            : ActionLabel.HOW_STEPS_AND_RECORDS.of(steps, records));
  }

  private static boolean asks(Entry entry) {
    Recommendation first = entry.first().changes().get(0);
    return first == Recommendation.ASK_OWNER || first == Recommendation.WAIT;
  }

  private Optional<String> said(List<Saying> sentences) {
    return sentences.isEmpty() ? Optional.empty() : Optional.of(language.say(sentences));
  }

  private StepView step(Step step) {
    return new StepView(
        language.say(step.saying()), step.command(), step.after().map(language::say));
  }

  private Code code(Remedy.Snippet snippet) {
    return new Code(
        language.say(ActionLabel.CODE_IN.of(snippet.language())), snippet.text().lines().toList());
  }
}
