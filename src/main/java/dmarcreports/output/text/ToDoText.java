package dmarcreports.output.text;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.ChangeWords;
import dmarcreports.output.wording.ExplainPhrase;
import dmarcreports.output.wording.RemedyText;
import dmarcreports.output.wording.TextPhrase;

/** An action that is explained: what it does, and how it is done. */
final class ToDoText {
  private final Language language;
  private final Paragraphs out;

  ToDoText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  /** For the messages of a source, with code to paste. */
  void forSource(Explained.ToDo todo) {
    Action action = todo.action();
    String mark = todo.rank() + ". ";
    Saying name =
        ExplainPhrase.ACTION.of(
            ChangeWords.of(action.changes(), language),
            action.target().text(),
            action.state().word(),
            action.stateSince());
    write(mark, name, ofSource(todo), action);
    for (Remedy.Snippet snippet : action.remedy().snippets()) {
      out.text(mark.length(), language.say(ExplainPhrase.CODE.of(snippet.language())));
      out.verbatim(mark.length() + 2, snippet.text());
    }
  }

  /** For one mail. */
  void forOneMail(Explained.ToDo todo) {
    Action action = todo.action();
    Saying name =
        MailPhrase.ACTION.of(ChangeWords.of(action.changes(), language), action.target().text());
    write(todo.rank() + ". ", name, ofOneMail(todo), action);
  }

  private void write(String mark, Saying name, Saying effect, Action action) {
    RemedyText words = RemedyText.of(action, language);
    int indent = mark.length();
    out.blank();
    out.item(0, mark, language.say(name));
    out.text(indent, language.say(effect));
    labelled(indent, ExplainPhrase.NEEDS, words.needs());
    labelled(indent, ExplainPhrase.ASSUMES, words.assumes());
    int number = 1;
    for (String step : words.steps()) {
      out.item(indent, number++ + ") ", step);
    }
    if (!words.dnsRecords().isEmpty()) {
      out.text(indent, language.say(ExplainPhrase.DNS_RECORDS));
      words.dnsRecords().forEach(dns -> out.verbatim(indent + 2, dns));
    }
  }

  private void labelled(int indent, ExplainPhrase label, String text) {
    if (!text.isEmpty()) {
      out.item(indent, Labels.mark(language.say(label)), text);
    }
  }

  private static Saying ofSource(Explained.ToDo todo) {
    Action action = todo.action();
    return action.repairedMax() == 0
        ? ExplainPhrase.REPAIRS_NOTHING.of()
        : ExplainPhrase.REPAIRS.of(
            repaired(todo.repairedMin(), todo.repairedMax()),
            repaired(action.repairedMin(), action.repairedMax()));
  }

  private static Saying ofOneMail(Explained.ToDo todo) {
    if (todo.repairedMin() > 0) {
      return MailPhrase.SUCH_MAIL_PASSES.of();
    }
    return (todo.repairedMax() > 0 ? MailPhrase.SUCH_MAIL_MAY_PASS : MailPhrase.SUCH_MAIL_FAILS_ON)
        .of();
  }

  private static Saying repaired(long min, long max) {
    return min == max
        ? TextPhrase.FAILING_MESSAGES.of(max)
        : ExplainPhrase.FAILING_BETWEEN.of(min, max);
  }
}
