package dmarcreports.output.text;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.Step;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entries;
import dmarcreports.output.page.Entry;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Effects;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.Reasons;
import dmarcreports.output.wording.Words;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do about one domain, in order of effect. */
final class ActionText {
  private static final int IN_FULL = 10;
  private static final int IN_BRIEF = 10;
  private static final int MEMBERS = 5;
  private static final int REASONS = 2;
  private static final String INDENT = "   ";
  private static final String STEP_INDENT = INDENT + "    ";
  private static final Set<Recommendation> NO_EFFECT =
      EnumSet.of(Recommendation.ASK_OWNER, Recommendation.WAIT);
  private static final String LIST = "actions.csv";

  private final DomainFindings domain;
  private final Language language;
  private final Paragraphs out;
  private final Map<List<List<Saying>>, String> toldWhy = new HashMap<>();

  private ActionText(DomainFindings domain, Language language, Paragraphs out) {
    this.domain = domain;
    this.language = language;
    this.out = out;
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
      text.code(entries.get(i));
    }
  }

  private void write(List<Ranked> ranked) {
    List<Entry> standing = Entries.standing(ranked);
    if (!ranked.isEmpty()) {
      out.heading("What to do" + (standing.size() > 1 ? ", largest effect first" : ""));
    }
    if (standing.isEmpty() && !ranked.isEmpty()) {
      out.wrapped("Nothing now.");
    }
    List<Entry> full = standing.subList(0, Math.min(IN_FULL, standing.size()));
    List<List<StreamFindings>> behind = Entries.behind(full, domain);
    for (int i = 0; i < full.size(); i++) {
      inFull(full.get(i), behind.get(i));
    }
    brief(standing.subList(full.size(), standing.size()));
    if (full.stream().anyMatch(ActionText::hasCode)) {
      out.blank();
      out.wrapped(
          "Code to paste (AWS command line, CloudFormation, Terraform): --action and the number of"
              + " the action print it, and --format json holds it.");
    }
    closed(ActionState.REPAIRED, Tint.GOOD, ranked);
    closed(ActionState.SILENT, Tint.NONE, ranked);
  }

  private void inFull(Entry entry, List<StreamFindings> behind) {
    out.blank();
    String number = entry.label() + ". ";
    out.wrapped(Tint.HEADING, number, INDENT, headline(entry));
    if (entry.isStanding()) {
      standing(entry, behind);
    } else {
      out.wrapped(INDENT, INDENT, since(entry) + before(entry));
    }
    remedy(entry);
  }

  private void standing(Entry entry, List<StreamFindings> behind) {
    if (entry.isBack()) {
      out.wrapped(
          Tint.BAD, INDENT, INDENT, Words.of(ActionState.BACK) + " since " + entry.since() + ".");
    }
    out.wrapped(INDENT, INDENT, Effects.of(entry, domain));
    if (entry.members().size() > 1) {
      members(entry);
    }
    why(entry, behind);
  }

  private static String headline(Entry entry) {
    return entry.isAlternative()
        ? "Or, instead of "
            + Numbers.and(entry.insteadOf().stream().map(String::valueOf).toList())
            + ": "
            + Headlines.of(entry)
        : Headlines.sentence(entry);
  }

  private void members(Entry entry) {
    for (Ranked member : entry.members().stream().limit(MEMBERS).toList()) {
      Action action = member.action();
      out.wrapped(
          INDENT + "- ",
          INDENT + "  ",
          member.rank()
              + ". "
              + Headlines.target(action)
              + ": "
              + Numbers.counted(action.failing(), "failing message")
              + " from "
              + Numbers.counted(action.sources(), "address"));
    }
    int more = entry.members().size() - MEMBERS;
    if (more > 0) {
      out.wrapped(INDENT, INDENT, "and " + more + " more; " + LIST + " lists them all");
    }
  }

  private void why(Entry entry, List<StreamFindings> behind) {
    List<List<Saying>> reasons = Reasons.of(behind);
    if (reasons.isEmpty()) {
      return;
    }
    String told = toldWhy.putIfAbsent(reasons, entry.label());
    if (told != null) {
      out.wrapped(INDENT, INDENT, "Why: as under " + told + ".");
      return;
    }
    out.wrapped(
        INDENT + "Why: ",
        INDENT,
        reasons.stream()
                .limit(REASONS)
                .map(language::say)
                .collect(Collectors.joining(" For other messages: "))
            + (reasons.size() > REASONS ? " For the rest see streams.csv." : ""));
    out.wrapped(INDENT, INDENT, Reasons.evidence(behind.get(0)));
  }

  private void remedy(Entry entry) {
    Remedy remedy = entry.first().remedy();
    boolean asks = NO_EFFECT.contains(entry.first().changes().get(0));
    labelled("Needs: ", language.say(remedy.needs()));
    if (!remedy.steps().isEmpty() && !isSameForAll(entry)) {
      out.wrapped(
          INDENT,
          INDENT,
          "Steps, for "
              + Headlines.target(entry.first())
              + " (those of the others: --action and their numbers):");
    }
    int number = 1;
    for (Step step : remedy.steps()) {
      step(number++, step);
    }
    if (!remedy.dnsRecords().isEmpty()) {
      out.wrapped(INDENT, INDENT, "Publish in DNS" + placeholders(remedy.dnsRecords()) + ":");
      remedy.dnsRecords().forEach(dnsRecord -> out.whole(STEP_INDENT, dnsRecord.text()));
    }
    labelled("Assumed: ", asks ? "" : language.say(remedy.assumes()));
  }

  private static boolean isSameForAll(Entry entry) {
    return entry.members().size() <= MEMBERS
        && entry.members().stream().map(m -> m.action().remedy()).distinct().count() == 1;
  }

  /** The words in records that stand for what the reports do not show. */
  private static String placeholders(List<DnsRecord> records) {
    List<String> words =
        records.stream()
            .flatMap(dnsRecord -> dnsRecord.placeholders().stream())
            .distinct()
            .toList();
    return words.isEmpty()
        ? ""
        : " ("
            + Numbers.and(words)
            + (words.size() == 1 ? " stands" : " stand")
            + " for your own values)";
  }

  /** A step; its command stands on a line of its own, to be copied. */
  private void step(int number, Step step) {
    String first = INDENT + " ".repeat(number < 10 ? 1 : 0) + number + ". ";
    out.wrapped(first, STEP_INDENT, language.say(step.saying()));
    step.command().ifPresent(command -> out.whole(STEP_INDENT + "  ", command));
    step.after().ifPresent(words -> out.wrapped(STEP_INDENT, STEP_INDENT, language.say(words)));
  }

  private void labelled(String label, String text) {
    if (!text.isEmpty()) {
      out.wrapped(INDENT + label, INDENT, text);
    }
  }

  private void brief(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    out.blank();
    for (Entry entry : entries.stream().limit(IN_BRIEF).toList()) {
      out.wrapped(
          entry.label() + ". ",
          INDENT,
          (entry.isBack() ? "BACK: " : "") + headline(entry) + ": " + Effects.brief(entry));
    }
    if (entries.size() > IN_BRIEF) {
      out.wrapped("and " + (entries.size() - IN_BRIEF) + " more; " + LIST + " lists them all");
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
          since(entry) + Headlines.of(entry) + ", number " + entry.label() + ". " + before(entry));
    }
    if (closed.size() > IN_BRIEF) {
      out.wrapped("and " + (closed.size() - IN_BRIEF) + " more; " + LIST + " lists them all");
    }
  }

  private static String since(Entry entry) {
    return Words.of(entry.first().state()) + " since " + entry.since() + ": ";
  }

  private static String before(Entry entry) {
    return Numbers.counted(entry.failing(), "message")
        + " failed before"
        + (entry.first().state() == ActionState.SILENT
            ? "; nothing comes from there any more."
            : ".");
  }

  private void code(Entry entry) {
    for (Remedy.Snippet snippet : entry.first().remedy().snippets()) {
      out.wrapped(INDENT, INDENT, "Code to paste, " + snippet.language() + ":");
      out.verbatim(STEP_INDENT.length(), snippet.text());
    }
  }

  private static boolean hasCode(Entry entry) {
    return !entry.first().remedy().snippets().isEmpty();
  }
}
