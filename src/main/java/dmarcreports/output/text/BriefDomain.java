package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Lines;
import dmarcreports.output.plain.Style.Tint;
import dmarcreports.output.wording.Prose;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Verdicts;
import dmarcreports.output.wording.Words;
import dmarcreports.stored.PolicyDomain;
import java.util.List;

/** One domain on a screen: the verdict, what to do, whose mail fails, and the policy. */
final class BriefDomain {
  /** With what is said before and after it, a domain alone fits on a screen of thirty lines. */
  private static final int LINES = 27;

  private static final int WIDTH = 80;

  private BriefDomain() {}

  static void write(DomainFindings domain, PolicyDomain stored, Language language, Paragraphs out) {
    List<String> head = out.rendered(part -> head(domain, stored, language, part));
    List<String> policy =
        out.rendered(part -> PolicyBrief.write(domain, stored.newest(), language, part));
    int room = LINES - head.size() - policy.size() - 1;
    BriefSenders senders = BriefSenders.of(domain, language);
    List<String> actions = BriefActions.lines(domain, room - senders.least(), language, out);
    out.lines(head);
    out.lines(actions);
    out.lines(senders.lines(room - actions.size(), out));
    out.blank();
    out.lines(policy);
  }

  private static void head(
      DomainFindings domain, PolicyDomain stored, Language language, Paragraphs out) {
    Tally tally = domain.tally();
    String seen =
        language.say(
            BriefPhrase.SEEN.of(
                Verdicts.period(domain.firstSeen(), domain.lastSeen(), language),
                stored.reports(),
                stored.reporters()));
    title(Prose.shortened(Words.name(domain.domain()), WIDTH), seen, out);
    out.wrapped(
        tally.fail() > 0 ? Tint.BAD : Tint.GOOD,
        "",
        "",
        language.say(
            tally.messages() == 0
                ? TextPhrase.NO_MESSAGE_REPORTED.of()
                : TextPhrase.SENTENCE.of(Verdicts.of(tally, Whose.of(domain), language))));
  }

  /** A name is to be copied, so it stays whole: what is beside it goes below where need be. */
  private static void title(String name, String seen, Paragraphs out) {
    String both = name + "  " + seen;
    if (Lines.width(both) <= WIDTH) {
      out.title(both);
    } else {
      out.title(name);
      out.wrapped(seen);
    }
  }
}
