package dmarcreports.output.html;

import dmarcreports.analysis.action.ActionState;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.output.html.view.ActionView;
import dmarcreports.output.html.view.Domain;
import dmarcreports.output.html.view.Domain.Brief;
import dmarcreports.output.html.view.Domain.Listing;
import dmarcreports.output.html.view.Domain.Policy;
import dmarcreports.output.html.view.Domain.Policy.Judged;
import dmarcreports.output.html.view.DomainPhrase;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entries;
import dmarcreports.output.page.Entry;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Ranked;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.page.Whose;
import dmarcreports.output.wording.Asides;
import dmarcreports.output.wording.Effects;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.Listed;
import dmarcreports.output.wording.PolicyWords;
import dmarcreports.output.wording.Published;
import dmarcreports.output.wording.Ranges;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Verdicts;
import dmarcreports.output.wording.Words;
import dmarcreports.stored.PolicyDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One domain, as the page shows it. */
final class DomainViews {
  private final Findings findings;
  private final Anchors anchors;
  private final Language language;

  DomainViews(Findings findings, Anchors anchors) {
    this.findings = findings;
    this.anchors = anchors;
    this.language = findings.language();
  }

  /**
   * As much of it as there is room for.
   *
   * @param alone whether the page is about this domain only
   */
  Domain of(DomainFindings domain, Room room, boolean alone) {
    String id = anchors.domain(domain.domain());
    PolicyDomain stored = findings.domains().get(domain.domain());
    List<Ranked> ranked = Ranking.of(domain);
    List<Entry> standing = Entries.standing(ranked);
    List<Entry> shown = standing.subList(0, Math.min(room.actions(), standing.size()));
    Map<Entry, String> links = new LinkedHashMap<>();
    List<ActionView> actions = standing(domain, shown, room, alone, links);
    List<Entry> others = standing.subList(shown.size(), standing.size());
    List<Brief> briefly =
        others.stream().limit(room.briefly()).map(entry -> brief(domain, entry, links)).toList();
    int more = others.size() - briefly.size();
    List<ActionView> closed = closed(domain, ranked, room, links);
    Asides asides = new Asides(domain, language);
    List<Listing> listings = new ArrayList<>();
    asides.unavoidable().map(DomainViews::listing).ifPresent(listings::add);
    asides.stronger().map(DomainViews::listing).ifPresent(listings::add);
    return new Domain(
        id,
        Words.name(domain.domain()),
        verdict(domain),
        language.say(
            DomainPhrase.SEEN.of(
                Verdicts.period(domain.firstSeen(), domain.lastSeen(), language),
                stored.reports(),
                stored.reporters())),
        Cells.rate(domain.tally(), language),
        Trends.of(domain, language),
        Meters.of(domain.tally(), Whose.of(domain), language),
        nothing(domain, actions, closed),
        actions,
        closed,
        briefly,
        more > 0
            ? Optional.of(language.say(DomainPhrase.MORE_ACTIONS.of(more, "actions.csv")))
            : Optional.empty(),
        listings.subList(0, Math.min(room.asides(), listings.size())),
        Charts.of(domain, links, room, language),
        new SenderViews(
                domain,
                findings.analysis().explained().getOrDefault(domain.domain(), List.of()),
                findings.filters().all(),
                room,
                anchors,
                language)
            .senders(),
        policy(domain, stored));
  }

  private String verdict(DomainFindings domain) {
    return language.say(
        domain.tally().messages() == 0
            ? TextPhrase.NO_MESSAGE_REPORTED.of()
            : TextPhrase.SENTENCE.of(Verdicts.of(domain.tally(), Whose.of(domain), language)));
  }

  private List<ActionView> standing(
      DomainFindings domain,
      List<Entry> entries,
      Room room,
      boolean alone,
      Map<Entry, String> links) {
    ActionViews views = new ActionViews(domain, room.codes(), language);
    List<List<StreamFindings>> behind = Entries.behind(entries, domain);
    List<ActionView> actions = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      List<String> ids = linked(domain, entry, links);
      actions.add(views.standing(entry, ids, behind.get(i), alone && i == 0));
    }
    return actions;
  }

  private Brief brief(DomainFindings domain, Entry entry, Map<Entry, String> links) {
    return new Brief(
        linked(domain, entry, links).get(0),
        Ranges.of(entry, language),
        Headlines.plain(entry, language),
        Effects.withoutRates(entry, domain, language));
  }

  private List<ActionView> closed(
      DomainFindings domain, List<Ranked> ranked, Room room, Map<Entry, String> links) {
    ActionViews views = new ActionViews(domain, room.codes(), language);
    List<Entry> entries = new ArrayList<>(Entries.of(ActionState.REPAIRED, ranked));
    entries.addAll(Entries.of(ActionState.SILENT, ranked));
    List<ActionView> closed = new ArrayList<>();
    for (Entry entry : entries.subList(0, Math.min(room.actions(), entries.size()))) {
      List<String> ids = ids(domain, entry);
      links.put(entry, ids.get(0));
      closed.add(views.closed(entry, ids));
    }
    return closed;
  }

  /** Where links to an entry lead; what is to be done may have changed on one of the days. */
  private List<String> linked(DomainFindings domain, Entry entry, Map<Entry, String> links) {
    List<String> ids = ids(domain, entry);
    if (entry.isToDo()) {
      links.put(entry, ids.get(0));
    }
    return ids;
  }

  private List<String> ids(DomainFindings domain, Entry entry) {
    return entry.actions().stream().map(action -> anchors.action(domain.domain(), action)).toList();
  }

  private Optional<String> nothing(
      DomainFindings domain, List<ActionView> actions, List<ActionView> closed) {
    if (!actions.isEmpty() || domain.tally().messages() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        language.say(closed.isEmpty() ? DomainPhrase.NOTHING_TO_DO : DomainPhrase.NOTHING_NOW));
  }

  private Policy policy(DomainFindings domain, PolicyDomain stored) {
    PolicyWords words = new PolicyWords(domain, language);
    return new Policy(
        Published.of(stored.newest(), language),
        domain.readiness().stream()
            .map(
                readiness ->
                    new Judged(
                        words.judged(readiness),
                        words.inTheWay(readiness).map(DomainViews::listing)))
            .toList(),
        words.besides());
  }

  private static Listing listing(Listed listed) {
    return new Listing(listed.heading(), listed.items(), listed.more());
  }
}
