package dmarcreports.output.html;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.html.view.SenderPhrase;
import dmarcreports.output.html.view.Senders;
import dmarcreports.output.html.view.Senders.Address;
import dmarcreports.output.html.view.Senders.Group;
import dmarcreports.output.html.view.Senders.StreamView;
import dmarcreports.output.html.view.Sorted;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.PlainWords;
import dmarcreports.output.wording.Words;
import dmarcreports.report.SourceIp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who sends in the name of one domain, as the page shows it. */
final class SenderViews {
  private final DomainFindings domain;
  private final List<Explained.Stream> explained;
  private final boolean all;
  private final Room room;
  private final Anchors anchors;
  private final Language language;
  private final StreamViews streams;

  /**
   * @param explained how each of the streams came about
   * @param all whether addresses without failing mail are listed as well
   */
  SenderViews(
      DomainFindings domain,
      List<Explained.Stream> explained,
      boolean all,
      Room room,
      Anchors anchors,
      Language language) {
    this.domain = domain;
    this.explained = explained;
    this.all = all;
    this.room = room;
    this.anchors = anchors;
    this.language = language;
    this.streams = new StreamViews(language);
  }

  Senders senders() {
    Map<String, Gathered> groups = new LinkedHashMap<>();
    List<Placed> first = new ArrayList<>();
    int place = 0;
    for (StreamFindings stream : domain.streams()) {
      Placed placed = new Placed(place++, stream);
      groups
          .computeIfAbsent(stream.sourceGroup(), group -> new Gathered(group, stream))
          .add(placed, room.streams());
      if (first.size() < room.explained()) {
        first.add(placed);
      }
    }
    List<Gathered> ranked =
        groups.values().stream()
            .sorted(
                (one, other) ->
                    one.tally.fail() != other.tally.fail()
                        ? Long.compare(other.tally.fail(), one.tally.fail())
                        : Long.compare(other.tally.messages(), one.tally.messages()))
            .toList();
    List<Gathered> shown = ranked.subList(0, Math.min(room.groups(), ranked.size()));
    addresses(groups);
    explain(first, shown, groups);
    return new Senders(
        shown.stream().map(this::group).toList(),
        more(ranked.size() - shown.size(), "streams.csv"));
  }

  private void addresses(Map<String, Gathered> groups) {
    for (SourceFindings source : all ? domain.sources() : domain.failingSources()) {
      for (StreamFindings stream : source.streams()) {
        groups.get(stream.sourceGroup()).add(source, stream, room.addresses());
      }
    }
  }

  /** How the streams with most failing messages came about, as far as there is room. */
  private void explain(List<Placed> first, List<Gathered> shown, Map<String, Gathered> groups) {
    Set<Gathered> there = Set.copyOf(shown);
    long left = room.spare();
    for (Placed one : first) {
      Gathered group = groups.get(one.stream().sourceGroup());
      if (left == 0 || one.place() >= explained.size()) {
        return;
      }
      if (there.contains(group)) {
        StreamView view =
            streams.explained(one.stream(), explained.get(one.place()), room.evidences());
        left -= streams.bytes(view);
        if (left < 0) {
          return;
        }
        group.explain(one, view);
      }
    }
  }

  private Optional<String> more(long left, String list) {
    return left > 0
        ? Optional.of(language.say(SenderPhrase.MORE.of(left, list)))
        : Optional.empty();
  }

  private Group group(Gathered group) {
    Diagnosis diagnosis = group.largest.diagnosis();
    String network = Words.group(group.name, language);
    String name = diagnosis.sender().isEmpty() ? network : diagnosis.sender();
    String kind = StreamViews.kind(group.largest);
    Tally tally = group.tally;
    String id = anchors.source(domain.domain(), group.name);
    return new Group(
        id,
        name,
        name.equals(network) ? Optional.empty() : Optional.of(network),
        PlainWords.of(diagnosis.streamClass(), diagnosis.confidence(), language),
        kind,
        Cells.number(tally.messages(), language),
        new Sorted(fared(tally), "" + tally.fail()),
        new Sorted(language.say(SenderPhrase.LAST_SEEN.of(group.last)), group.last.toString()),
        Meters.of(tally, kind, language),
        group.streams.stream().map(one -> stream(one, group)).toList(),
        more(group.allStreams - group.streams.size(), "streams.csv"),
        group.addresses.values().stream().map(this::address).toList(),
        more(group.moreAddresses, "sources.csv"),
        group.explained.size() == group.allStreams,
        group.firstAddress.map(ip -> "explain " + ip.text() + " --domain " + domain.domain()));
  }

  private StreamView stream(Placed one, Gathered group) {
    StreamView told = group.explained.get(one.place());
    return told != null ? told : streams.of(one.stream());
  }

  private String fared(Tally tally) {
    String messages = language.grouped(tally.messages());
    if (tally.fail() > 0) {
      return language.say(SenderPhrase.FAILING_OF.of(language.grouped(tally.fail()), messages));
    }
    return language.say(
        (tally.unknown() > 0 ? SenderPhrase.NO_VERDICT : SenderPhrase.NONE_FAILS).of(messages));
  }

  private Address address(Part part) {
    Optional<String> address = part.source.sourceIp().map(SourceIp::text);
    return new Address(
        anchors.source(domain.domain(), address.orElse("")),
        address.orElseGet(() -> language.say(SenderPhrase.NONE_NAMED)),
        Cells.number(part.tally.messages(), language),
        Cells.number(part.tally.pass(), language),
        Cells.number(part.tally.fail(), language),
        Cells.number(part.tally.unknown(), language),
        part.source.firstSeen().toString(),
        part.source.lastSeen().toString());
  }

  /** A group while it is gathered. */
  private static final class Gathered {
    private final String name;
    private final StreamFindings largest;
    private final List<Placed> streams = new ArrayList<>();
    private final Map<Integer, StreamView> explained = new HashMap<>();
    private final Map<Optional<SourceIp>, Part> addresses = new LinkedHashMap<>();
    private Tally tally = Tally.EMPTY;
    private LocalDate last;
    private int allStreams;
    private Optional<SourceIp> firstAddress = Optional.empty();
    private int moreAddresses;

    /** The streams of an address come one after another. */
    private Optional<SourceIp> leftOut = Optional.empty();

    Gathered(String name, StreamFindings largest) {
      this.name = name;
      this.largest = largest;
      this.last = largest.lastSeen();
    }

    void add(Placed placed, int most) {
      StreamFindings stream = placed.stream();
      tally = tally.plus(stream.tally());
      last = stream.lastSeen().isAfter(last) ? stream.lastSeen() : last;
      allStreams++;
      if (streams.size() < most) {
        streams.add(placed);
      }
    }

    /** What is explained is shown, whatever the room for others. */
    void explain(Placed placed, StreamView view) {
      explained.put(placed.place(), view);
      if (streams.stream().noneMatch(one -> one.place() == placed.place())) {
        streams.add(placed);
      }
    }

    void add(SourceFindings source, StreamFindings part, int most) {
      Optional<SourceIp> address = source.sourceIp();
      firstAddress = firstAddress.or(() -> address);
      if (addresses.containsKey(address) || addresses.size() < most) {
        addresses.merge(address, new Part(source, part.tally()), Part::plus);
      } else if (!address.equals(leftOut)) {
        leftOut = address;
        moreAddresses++;
      }
    }
  }

  /** A stream, and which of the domain it is. */
  private record Placed(int place, StreamFindings stream) {}

  /** What one address sent of a group. */
  private record Part(SourceFindings source, Tally tally) {
    Part plus(Part other) {
      return new Part(source, tally.plus(other.tally));
    }
  }
}
