package dmarcreports.output.wording;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Change;
import dmarcreports.output.page.FailingGroup;
import dmarcreports.stored.ReporterDays;
import java.util.List;

/** What a digest says about one thing, after its label and the name of what it is about. */
public final class DigestWords {
  private DigestWords() {}

  public static String of(Change change, Language language) {
    Action action = change.action();
    String name = PlainWords.of(action, language);
    return language.say(
        switch (change.kind()) {
          case BACK ->
              instead(
                  change,
                  NewsPhrase.FAILING_AGAIN.of(name, action.stateSince(), action.failing()),
                  language);
          case OPENED -> instead(change, saying(action, language), language);
          case REPAIRED -> NewsPhrase.REPAIRED.of(name, action.stateSince(), action.failing());
          case SILENT -> NewsPhrase.SILENT.of(name, action.stateSince());
        });
  }

  private static Saying saying(Action action, Language language) {
    String changes = PlainWords.of(action, language);
    long least = action.repairedMin();
    long most = action.repairedMax();
    if (most == 0) {
      return NewsPhrase.FAILING.of(changes, action.failing());
    }
    return least == most
        ? NewsPhrase.REPAIRS.of(changes, most)
        : NewsPhrase.REPAIRS_FROM_TO.of(changes, least, most);
  }

  private static Saying instead(Change change, Saying what, Language language) {
    List<String> others =
        change.insteadOf().stream().map(other -> PlainWords.of(other, language)).toList();
    return others.isEmpty()
        ? what
        : NewsPhrase.INSTEAD_OF.of(what, Names.of(Names.Joint.AND, others));
  }

  /** An action, and those that may stand for it. */
  public static String toDo(Action action, List<Action> alternatives, Language language) {
    Saying what = saying(action, language);
    List<String> others =
        alternatives.stream().map(other -> PlainWords.changes(other, language)).distinct().toList();
    return language.say(
        others.isEmpty() ? what : NewsPhrase.OR_INSTEAD.of(what, Names.of(Names.Joint.OR, others)));
  }

  public static String of(FailingGroup group, Language language) {
    String network =
        group.group().isEmpty()
            ? language.say(NewsPhrase.NO_ADDRESS_NAMED)
            : Prose.name(group.group());
    Object sender =
        group.sender().isEmpty()
            ? network
            : NewsPhrase.SENDER_IN_NETWORK.of(Prose.name(group.sender()), network);
    String what = PlainWords.of(group.streamClass(), group.confidence(), language);
    return language.say(NewsPhrase.GROUP.of(sender, group.failing(), what));
  }

  public static String quiet(ReporterDays reporter, Language language) {
    return language.say(NewsPhrase.QUIET.of(reporter.lastSeen(), reporter.usualGap()));
  }
}
