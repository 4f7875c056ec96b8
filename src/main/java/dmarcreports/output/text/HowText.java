package dmarcreports.output.text;

import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.lookup.ShownInDns;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.Step;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entry;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.HowPhrase;
import dmarcreports.output.wording.HowWords;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How an action is done: what it needs, its steps, what is to be published, code to paste. */
final class HowText {
  /** As many actions of one kind are told of one by one. */
  static final int MEMBERS = 5;

  private static final String INDENT = "   ";
  private static final String STEP_INDENT = INDENT + "    ";
  private static final Set<Recommendation> NO_EFFECT =
      EnumSet.of(Recommendation.ASK_OWNER, Recommendation.WAIT);

  private final Language language;
  private final Paragraphs out;

  HowText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  /** All but the code. */
  void write(Entry entry) {
    Remedy remedy = entry.first().remedy();
    boolean asks = NO_EFFECT.contains(entry.first().changes().get(0));
    labelled(HowPhrase.NEEDS, language.say(remedy.needs()));
    if (!remedy.steps().isEmpty() && !isSameForAll(entry)) {
      say(HowPhrase.STEPS_OF.of(Headlines.target(entry.first(), language)));
    }
    int number = 1;
    for (Step step : remedy.steps()) {
      step(number++, step);
    }
    Optional<ShownInDns> shown = ShownInDns.of(entry.first());
    List<DnsRecord> records = shown.map(ShownInDns::missing).orElseGet(remedy::dnsRecords);
    if (!records.isEmpty()) {
      say(HowWords.publish(records));
      records.forEach(dnsRecord -> out.whole(STEP_INDENT, dnsRecord.text()));
    }
    shown.ifPresent(dns -> say(HowWords.shown(dns)));
    labelled(HowPhrase.ASSUMED, asks ? "" : language.say(remedy.assumes()));
  }

  void code(Entry entry) {
    for (Remedy.Snippet snippet : entry.first().remedy().snippets()) {
      say(HowPhrase.CODE.of(snippet.language()));
      out.verbatim(STEP_INDENT.length(), snippet.text());
    }
  }

  static boolean hasCode(Entry entry) {
    return !entry.first().remedy().snippets().isEmpty();
  }

  private static boolean isSameForAll(Entry entry) {
    return entry.members().size() <= MEMBERS
        && entry.members().stream().map(m -> m.action().remedy()).distinct().count() == 1;
  }

  /** A step; its command stands on a line of its own, to be copied. */
  private void step(int number, Step step) {
    String first = INDENT + " ".repeat(number < 10 ? 1 : 0) + number + ". ";
    out.wrapped(first, STEP_INDENT, language.say(step.saying()));
    step.command().ifPresent(command -> out.whole(STEP_INDENT + "  ", command));
    step.after().ifPresent(words -> out.wrapped(STEP_INDENT, STEP_INDENT, language.say(words)));
  }

  private void labelled(HowPhrase label, String text) {
    if (!text.isEmpty()) {
      say(label.of(text));
    }
  }

  private void say(Saying saying) {
    out.wrapped(INDENT, INDENT, language.say(saying));
  }
}
