package dmarcreports.output.html;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.Domain;
import dmarcreports.output.html.view.Page;
import dmarcreports.output.html.view.Page.First;
import dmarcreports.output.html.view.Page.Frame;
import dmarcreports.output.html.view.Page.Link;
import dmarcreports.output.html.view.Page.Overview;
import dmarcreports.output.html.view.PagePhrase;
import dmarcreports.output.html.view.Sorted;
import dmarcreports.output.language.Language;
import dmarcreports.output.page.Entries;
import dmarcreports.output.page.Entry;
import dmarcreports.output.page.Findings;
import dmarcreports.output.page.Ranking;
import dmarcreports.output.page.Whose;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.wording.ClassTable;
import dmarcreports.output.wording.Effects;
import dmarcreports.output.wording.Headlines;
import dmarcreports.output.wording.Overviews;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Words;
import dmarcreports.report.DomainName;
import dmarcreports.report.PolicyPublished;
import dmarcreports.stored.PolicyDomain;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Findings as pages. */
final class PageViews {
  private final Findings findings;
  private final Rooms rooms;
  private final LongSupplier written;
  private final Language language;
  private final List<DomainFindings> domains;

  /**
   * @param domains all of them, worst first
   * @param rooms how much of each there is room for
   * @param written how many bytes of the page there are already
   */
  PageViews(Findings findings, List<DomainFindings> domains, Rooms rooms, LongSupplier written) {
    this.findings = findings;
    this.domains = domains;
    this.rooms = rooms;
    this.written = written;
    this.language = findings.language();
  }

  /** The first so many domains in full, and all of them in a table. */
  Page whole(int inFull) {
    List<DomainFindings> shown = domains.subList(0, Math.min(inFull, domains.size()));
    int left = domains.size() - shown.size();
    Set<DomainName> names = shown.stream().map(DomainFindings::domain).collect(Collectors.toSet());
    return page(
        shown,
        domain ->
            names.contains(domain.domain())
                ? Optional.of("#" + domain.domain().text())
                : Optional.empty(),
        left > 0 ? Optional.of(language.say(PagePhrase.NOT_IN_FULL.of(left))) : Optional.empty());
  }

  /** The table alone, which leads to a page for each domain. */
  Page index(Function<DomainName, String> address) {
    return page(List.of(), domain -> Optional.of(address.apply(domain.domain())), Optional.empty());
  }

  private Page page(
      List<DomainFindings> shown,
      Function<DomainFindings, Optional<String>> address,
      Optional<String> rest) {
    boolean several = domains.size() > 1;
    String heading =
        several || domains.isEmpty()
            ? language.say(PagePhrase.TITLE)
            : language.say(PagePhrase.TITLE_OF.of(Words.name(domains.get(0).domain())));
    TestimonyViews behind = new TestimonyViews(findings);
    return new Page(
        frame(
            several ? language.say(PagePhrase.TITLE_OF_MANY.of(domains.size())) : heading,
            Optional.empty()),
        heading,
        verdict(),
        seen(),
        several ? first(address) : Optional.empty(),
        several
            ? Optional.of(
                new Overview(() -> domains.stream().map(d -> line(d, address)).iterator()))
            : Optional.empty(),
        views(shown),
        rest,
        table(shown),
        Optional.of(behind.reporters()),
        behind.discards());
  }

  /** One domain by itself. */
  Page of(DomainFindings domain, Link back) {
    String heading = language.say(PagePhrase.TITLE_OF.of(Words.name(domain.domain())));
    return new Page(
        frame(heading, Optional.of(back)),
        heading,
        Optional.empty(),
        seen(),
        Optional.empty(),
        Optional.empty(),
        views(List.of(domain)),
        Optional.empty(),
        table(List.of(domain)),
        Optional.empty(),
        Optional.empty());
  }

  /** By which the streams of domains were judged. */
  private Optional<ClassTable> table(List<DomainFindings> shown) {
    return shown.isEmpty() ? Optional.empty() : Optional.of(ClassTable.of(language));
  }

  private Frame frame(String title, Optional<Link> back) {
    return new Frame(
        language.code(), title, Assets.RULES, Assets.EARLY, Assets.STYLE, Assets.SCRIPT, back);
  }

  private Optional<String> verdict() {
    if (domains.isEmpty()) {
      return Optional.of(language.say(TextPhrase.NO_MESSAGES));
    }
    return domains.size() == 1
        ? Optional.empty()
        : Optional.of(Overviews.sentence(domains, language));
  }

  private String seen() {
    List<String> sentences = new ArrayList<>();
    findings
        .newestDay()
        .map(day -> language.say(PagePhrase.NEWEST_DAY.of(day)))
        .ifPresent(sentences::add);
    findings
        .dnsAsOf()
        .map(
            when ->
                language.say(PagePhrase.DNS_AS_OF.of(LocalDate.ofInstant(when, ZoneOffset.UTC))))
        .ifPresent(sentences::add);
    return language.sentences(sentences);
  }

  /** Each is made when it is written, with the room that is left then, and forgotten. */
  private Iterable<Domain> views(List<DomainFindings> shown) {
    int all = shown.size();
    return () -> {
      DomainViews views = new DomainViews(findings, new Anchors());
      return IntStream.range(0, all)
          .mapToObj(i -> views.of(shown.get(i), rooms.of(i, all, written.getAsLong()), all == 1))
          .iterator();
    };
  }

  private Optional<First> first(Function<DomainFindings, Optional<String>> address) {
    for (DomainFindings domain : domains) {
      Optional<Entry> toDo =
          Entries.standing(Ranking.of(domain)).stream().filter(Entry::isToDo).findFirst();
      Optional<String> page = address.apply(domain);
      if (toDo.isPresent() && page.isPresent()) {
        String id = new Anchors().action(domain.domain(), toDo.get().first());
        String href = page.get().startsWith("#") ? "#" + id : page.get() + "#" + id;
        return Optional.of(
            new First(
                Words.name(domain.domain()),
                Headlines.plain(toDo.get(), language),
                Effects.withoutRates(toDo.get(), domain, language),
                new Gains(domain.tally(), language).of(toDo.get()),
                href));
      }
    }
    return Optional.empty();
  }

  private Overview.DomainLine line(
      DomainFindings domain, Function<DomainFindings, Optional<String>> address) {
    Tally tally = domain.tally();
    Whose whose = Whose.of(domain);
    return new Overview.DomainLine(
        new Link(Words.name(domain.domain()), address.apply(domain).orElse("")),
        Cells.number(tally.messages(), language),
        new Sorted(Cells.rate(tally, language), "" + tally.passRate().orElse(-1)),
        Meters.of(tally, whose, language),
        Cells.number(whose.ours(), language),
        Cells.number(Ranking.toDo(domain), language),
        Optional.ofNullable(findings.domains().get(domain.domain()))
            .map(PolicyDomain::newest)
            .flatMap(PolicyPublished::p)
            .map(Codes::word)
            .orElse("–"),
        Codes.ready(domain.readyFor()));
  }
}
