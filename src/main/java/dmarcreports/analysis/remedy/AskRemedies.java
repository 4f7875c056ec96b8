package dmarcreports.analysis.remedy;

import dmarcreports.analysis.change.DkimKey;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.Reach;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.dns.ConfirmedName;
import dmarcreports.dns.Snapshot;
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
    draft.needs(AskPhrase.NEEDS_SOMEBODY_WHO_KNOWS.of());
    draft.assumes(AskPhrase.CHANGES_NO_MESSAGE.of());
    draft.step(
        clues(situation).stream()
            .reduce(AskPhrase.CLUES::of)
            .map(AskPhrase.REPORTS_SHOW::of)
            .orElseGet(AskPhrase.REPORTS_SHOW_NOTHING::of));
    situation
        .service()
        .filter(s -> s.dkimReach() == Reach.NEVER)
        .flatMap(SenderProfile::note)
        .ifPresent(note -> draft.step(note.of()));
    draft.step(AskPhrase.ASK_WHO_SENDS.of());
    draft.step(AskPhrase.LOOK_WHO_RUNS_ADDRESSES.of());
    draft.step(AskPhrase.LIKELY_YOURS.of());
    draft.step(AskPhrase.IF_YOURS.of(match(situation)));
    draft.step(ifNotYours(situation));
    draft.step(AskPhrase.IF_PASSED_ON.of());
    return draft;
  }

  static RemedyDraft await(Situation situation) {
    RemedyDraft draft = new RemedyDraft();
    draft.assumes(WaitPhrase.REPAIRS_NOTHING.of());
    draft.step(WaitPhrase.CHANGE_NOTHING_YET.of());
    List<String> names =
        Stream.concat(
                situation.spfDomains().stream().map(DomainName::text),
                situation.brokenKeys().stream()
                    .flatMap(k -> DkimKey.parse(k).stream())
                    .filter(k -> k.selector().isPresent())
                    .map(DkimKey::name))
            .toList();
    draft.step(
        names.isEmpty()
            ? WaitPhrase.WATCH.of()
            : WaitPhrase.WATCH_NAMES.of(RemedyDraft.list(names)));
    draft.step(WaitPhrase.KEY_MAY_BE_MISSING.of());
    return draft;
  }

  private static List<Saying> clues(Situation situation) {
    List<Saying> clues = new ArrayList<>();
    if (!situation.authorDomains().isEmpty()) {
      clues.add(AskPhrase.WRITTEN_AS.of(RemedyDraft.list(situation.authorDomains())));
    }
    situation.service().ifPresent(s -> clues.add(AskPhrase.SENT_BY.of(s.name())));
    situation.stranger().ifPresent(s -> clues.add(AskPhrase.PROVEN_TO_BE_FROM.of(s)));
    if (!situation.addresses().isEmpty()) {
      clues.add(AskPhrase.ADDRESSES.of(RemedyDraft.list(situation.addresses(), MOST_ADDRESSES)));
    }
    List<DomainName> names = names(situation);
    if (!names.isEmpty()) {
      clues.add(AskPhrase.CALLED.of(RemedyDraft.list(names, MOST_ADDRESSES)));
    }
    if (!situation.spfDomains().isEmpty()) {
      clues.add(AskPhrase.UNPROVEN_RETURN_PATH.of(RemedyDraft.list(situation.spfDomains())));
    }
    return clues;
  }

  /** What the addresses are called, where DNS confirms that. */
  private static List<DomainName> names(Situation situation) {
    Snapshot dns = situation.dns().ofNames();
    return dns.isEmpty()
        ? List.of()
        : situation.addresses().stream()
            .flatMap(address -> ConfirmedName.of(address, dns).stream())
            .sorted()
            .distinct()
            .toList();
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

  private static Saying ifNotYours(Situation situation) {
    return situation
        .service()
        .map(SenderProfile::name)
        .or(() -> situation.stranger().map(DomainName::text))
        .map(AskPhrase.IF_NOT_YOURS_REPORT_IT::of)
        .orElseGet(AskPhrase.IF_NOT_YOURS::of);
  }
}
