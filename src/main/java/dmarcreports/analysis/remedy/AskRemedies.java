package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be found out, where there is nothing to change yet. */
final class AskRemedies {
  private static final int MOST_ADDRESSES = 10;

  private AskRemedies() {}

  static RemedyDraft askOwner(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs("Somebody who knows what the organization sends, and through whom.");
    draft.assumes(
        "Asking changes no message: no effect is computed until it is known whose mail this is.");
    draft.step("What the reports show: " + clues(situation) + ".");
    situation
        .service()
        .filter(s -> s.dkimReach() == Reach.NEVER)
        .ifPresent(s -> draft.step(s.note()));
    draft.step(
        "Ask those who send without the mail team: web sites and shops, newsletters, invoices and"
            + " reminders, tickets, recruiting, surveys, monitoring, scanners and printers; and"
            + " whoever pays the invoices of services.");
    draft.step(
        "Look who runs the addresses (whois, reverse names). A reverse name is written by whoever"
            + " holds the address: it is a hint, no proof.");
    draft.step(
        "It is likely yours if somebody knows it, if the volume follows your business or if it began"
            + " with a project; likely not if nobody does and it comes from many unrelated networks."
            + " The reports alone cannot tell.");
    String match = match(situation);
    draft.step(
        "Yours: write the line "
            + match
            + ",NAME,ours under the header match,name,ownership into a file, and run analyze"
            + " --senders FILE: it then says what to change there. A line can also name an address"
            + " or a network; one line for each.");
    draft.step(
        "Not yours: write theirs in place of ours. Nothing is repaired then; a stricter policy stops"
            + " such mail."
            + abuse(situation));
    draft.step(
        "Somebody who only passes your mail on: write forwarder; there is nothing to change.");
    return draft;
  }

  static RemedyDraft await(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.needs("Nothing.");
    draft.assumes("Waiting repairs nothing; the next reports show whether it has passed over.");
    draft.step("Change nothing yet: receivers got no answer from DNS, which mostly passes over.");
    List<String> names =
        Stream.concat(
                situation.spfDomains().stream().map(DomainName::text),
                situation.brokenKeys().stream()
                    .flatMap(k -> DkimKey.parse(k).stream())
                    .filter(k -> k.selector().isPresent())
                    .map(DkimKey::name))
            .toList();
    draft.step(
        "Watch whether it goes on for three days or more, or at several reporters. Then look at the"
            + " name servers: each must answer for TXT records"
            + (names.isEmpty() ? "." : " of " + RemedyDraft.list(names) + "."));
    draft.step(
        "Without an answer for days, a DKIM key may simply be missing: some receivers report that as"
            + " temperror.");
    return draft;
  }

  private static String clues(Situation situation) {
    List<String> clues = new ArrayList<>();
    if (!situation.authorDomains().isEmpty()) {
      clues.add("written as " + RemedyDraft.list(situation.authorDomains()));
    }
    situation.service().ifPresent(s -> clues.add("sent by " + s.name()));
    situation.stranger().ifPresent(s -> clues.add("proven to be from " + s));
    if (!situation.addresses().isEmpty()) {
      clues.add("addresses " + RemedyDraft.list(situation.addresses(), MOST_ADDRESSES));
    }
    if (!situation.spfDomains().isEmpty()) {
      clues.add("return path at " + RemedyDraft.list(situation.spfDomains()) + ", not proven");
    }
    return clues.isEmpty() ? "nothing that would name the sender" : String.join("; ", clues);
  }

  /** What stands in the first column of a line about this sender. */
  private static String match(Situation situation) {
    return situation
        .stranger()
        .map(DomainName::text)
        .or(() -> situation.service().map(SenderProfile::name))
        .or(() -> situation.addresses().stream().findFirst().map(Object::toString))
        .orElse("ADDRESS-OR-NETWORK");
  }

  private static String abuse(Situation situation) {
    return situation
        .service()
        .map(SenderProfile::name)
        .or(() -> situation.stranger().map(DomainName::text))
        .map(s -> " Report it to the abuse desk of " + s + ".")
        .orElse("");
  }
}
