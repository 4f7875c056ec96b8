package dmarcreports.analysis;

import dmarcreports.report.DomainName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A stream with the row of the decision table that matched it, and what follows. */
record Diagnosed(
    MailStream stream,
    StreamClass streamClass,
    List<Recommendation> recommendations,
    String explanation,
    GroupKnowledge knowledge) {

  /**
   * @param explanations those that were given already, each to itself: most are the same
   */
  static Diagnosed of(
      MailStream stream, GroupKnowledge knowledge, Map<String, String> explanations) {
    StreamClass streamClass = StreamClass.of(stream);
    return new Diagnosed(
        stream,
        streamClass,
        Advice.of(stream, streamClass),
        explanations.computeIfAbsent(Explanation.of(stream, streamClass), same -> same),
        knowledge);
  }

  /** The diagnosis for some of the messages of the stream. */
  Diagnosis diagnosis(Collection<Cell> cells) {
    return diagnosis(cells, recommendations, cells);
  }

  /**
   * The same with the recommendations of other streams beside it.
   *
   * @param repaired the messages that they are to repair
   */
  Diagnosis diagnosis(
      Collection<Cell> cells, List<Recommendation> merged, Collection<Cell> repaired) {
    Set<Recommendation> done = EnumSet.copyOf(merged);
    WhatIf.Bounds bounds = new WhatIf(knowledge).bounds(repaired, cell -> done);
    Optional<Identity> spf = mostFrequentSpf(cells);
    return new Diagnosis(
        stream.senderName(),
        Failure.of(stream),
        streamClass,
        Confidence.of(stream, streamClass),
        stream.key().authorDomain(),
        spf.flatMap(Identity::domain).map(DomainName::text).orElse(""),
        spf.map(i -> i.outcome().word()).orElse(""),
        stream.spfCause(),
        stream.key().passing(),
        stream.dkimCause(),
        merged,
        bounds.min(),
        bounds.max(),
        stream.isForwarded(),
        cells.stream().anyMatch(c -> c.facts().methodSensitive()),
        explanation);
  }

  private static Optional<Identity> mostFrequentSpf(Collection<Cell> cells) {
    if (cells.size() == 1) {
      return cells.iterator().next().facts().spf().primary();
    }
    Map<String, Long> messages = new TreeMap<>();
    Map<String, Identity> identities = new TreeMap<>();
    for (Cell cell : cells) {
      Optional<Identity> identity = cell.facts().spf().primary();
      if (identity.isPresent()) {
        String name = identity.get().toString();
        identities.put(name, identity.get());
        messages.merge(name, cell.messages(), Tally::sum);
      }
    }
    return messages.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(e -> identities.get(e.getKey()));
  }
}
