package dmarcreports.output.text;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entries;
import dmarcreports.output.page.Entry;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.ActionPhrase;
import dmarcreports.output.wording.Effects;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.Ranges;
import dmarcreports.output.wording.Reasons;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to do about one domain, in order of effect. */
final class ActionText {
  private static final int IN_FULL = 10;
  private static final int IN_BRIEF = 10;
  private static final String INDENT = "   ";
  private static final String LIST = "actions.csv";

  private final DomainFindings domain;
  private final Language language;
  private final Paragraphs out;
  private final HowText how;
  private final Map<List<List<Saying>>, String> toldWhy = new HashMap<>();

  private ActionText(DomainFindings domain, Language language, Paragraphs out) {
    this.domain = domain;
    this.language = language;
    this.out = out;
    this.how = new HowText(language, out);
  }

  static void write(DomainFindings domain, Language language, Paragraphs out) {
    new ActionText(domain, language, out).write(Ranking.of(domain));
  }

  /** Some of the actions of a domain, each whole, code to paste included. */
  static void write(
      DomainFindings domain,
      List<Ranked> ranked,
      List<Ranked> wanted,
      Language language,
      Paragraphs out) {
    List<Entry> entries = wanted.stream().map(one -> Entries.one(one, ranked)).toList();
    ActionText text = new ActionText(domain, language, out);
    List<List<StreamFindings>> behind = Entries.behind(entries, domain);
    for (int i = 0; i < entries.size(); i++) {
      text.inFull(entries.get(i), behind.get(i));
      text.how.code(entries.get(i));
    }
  }

  private void write(List<Ranked> ranked) {
    List<Entry> standing = Entries.standing(ranked);
    if (!ranked.isEmpty()) {
      out.heading(
          language.say(
              standing.size() > 1 ? ActionPhrase.HEADING_LARGEST_FIRST : ActionPhrase.HEADING));
    }
    if (standing.isEmpty() && !ranked.isEmpty()) {
      out.wrapped(language.say(ActionPhrase.NOTHING_NOW));
    }
    List<Entry> full = standing.subList(0, Math.min(IN_FULL, standing.size()));
    List<List<StreamFindings>> behind = Entries.behind(full, domain);
    for (int i = 0; i < full.size(); i++) {
      inFull(full.get(i), behind.get(i));
    }
    brief(standing.subList(full.size(), standing.size()));
    if (full.stream().anyMatch(HowText::hasCode)) {
      out.blank();
      out.wrapped(language.say(ActionPhrase.CODE_ELSEWHERE));
    }
    closed(ActionState.REPAIRED, Tint.GOOD, ranked);
    closed(ActionState.SILENT, Tint.NONE, ranked);
  }

  private void inFull(Entry entry, List<StreamFindings> behind) {
    out.blank();
    String number = Ranges.of(entry, language) + ". ";
    out.wrapped(Tint.HEADING, number, INDENT, headline(entry));
    if (entry.isStanding()) {
      standing(entry, behind);
    } else {
      out.wrapped(
          INDENT,
          INDENT,
          language.say(ActionPhrase.CLOSED.of(state(entry), entry.since(), before(entry))));
    }
    how.write(entry);
  }

  private void standing(Entry entry, List<StreamFindings> behind) {
    if (entry.isBack()) {
      out.wrapped(
          Tint.BAD,
          INDENT,
          INDENT,
          language.say(ActionPhrase.BACK_SINCE.of(state(entry), entry.since())));
    }
    out.wrapped(INDENT, INDENT, Effects.of(entry, domain, language));
    if (entry.members().size() > 1) {
      members(entry);
    }
    why(entry, behind);
  }

  private String headline(Entry entry) {
    if (!entry.isAlternative()) {
      return Headlines.sentence(entry, language);
    }
    return language.say(
        ActionPhrase.INSTEAD.of(Numbers.series(entry.insteadOf()), Headlines.of(entry, language)));
  }

  private void members(Entry entry) {
    for (Ranked member : entry.members().stream().limit(HowText.MEMBERS).toList()) {
      Action action = member.action();
      out.wrapped(
          INDENT + "- ",
          INDENT + "  ",
          language.say(
              ActionPhrase.MEMBER.of(
                  member.rank(),
                  Headlines.target(action, language),
                  action.failing(),
                  action.sources())));
    }
    int more = entry.members().size() - HowText.MEMBERS;
    if (more > 0) {
      out.wrapped(INDENT, INDENT, language.say(TextPhrase.MORE_IN_LIST.of(more, LIST)));
    }
  }

  private void why(Entry entry, List<StreamFindings> behind) {
    List<List<Saying>> reasons = Reasons.of(behind);
    if (reasons.isEmpty()) {
      return;
    }
    String told = toldWhy.putIfAbsent(reasons, Ranges.of(entry, language));
    if (told != null) {
      out.wrapped(INDENT, INDENT, language.say(ActionPhrase.WHY_AS_UNDER.of(told)));
      return;
    }
    out.wrapped(INDENT, INDENT, language.say(why(reasons)));
    out.wrapped(INDENT, INDENT, Reasons.evidence(behind.get(0), language));
  }

  private Saying why(List<List<Saying>> reasons) {
    String first = language.say(reasons.get(0));
    if (reasons.size() == 1) {
      return ActionPhrase.WHY.of(first);
    }
    return (reasons.size() == 2 ? ActionPhrase.WHY_TWO : ActionPhrase.WHY_MORE)
        .of(first, language.say(reasons.get(1)));
  }

  private void brief(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    out.blank();
    for (Entry entry : entries.stream().limit(IN_BRIEF).toList()) {
      out.wrapped(
          Ranges.of(entry, language) + ". ",
          INDENT,
          language.say(ActionPhrase.BRIEFLY.of(backOr(entry), Effects.brief(entry, language))));
    }
    moreThan(IN_BRIEF, entries);
  }

  private String backOr(Entry entry) {
    String headline = headline(entry);
    return entry.isBack() ? language.say(TextPhrase.BACK.of(headline)) : headline;
  }

  private void moreThan(int shown, List<Entry> entries) {
    if (entries.size() > shown) {
      out.wrapped(language.say(TextPhrase.MORE_IN_LIST.of(entries.size() - shown, LIST)));
    }
  }

  private void closed(ActionState state, Tint tint, List<Ranked> ranked) {
    List<Entry> closed = Entries.of(state, ranked);
    if (closed.isEmpty()) {
      return;
    }
    out.blank();
    for (Entry entry : closed.stream().limit(IN_BRIEF).toList()) {
      out.wrapped(
          tint,
          "",
          "  ",
          language.say(
              ActionPhrase.CLOSED_BRIEFLY.of(
                  state(entry),
                  entry.since(),
                  Headlines.of(entry, language),
                  Ranges.of(entry, language),
                  before(entry))));
    }
    moreThan(IN_BRIEF, closed);
  }

  private String state(Entry entry) {
    return Words.of(entry.first().state(), language);
  }

  private static Saying before(Entry entry) {
    return (entry.first().state() == ActionState.SILENT
            ? ActionPhrase.FAILED_BEFORE_AND_SILENT
            : ActionPhrase.FAILED_BEFORE)
        .of(entry.failing());
  }
}
