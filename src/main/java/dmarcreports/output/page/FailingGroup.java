package dmarcreports.output.page;

import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The failing mail of one source group in the name of one policy domain.
 *
 * @param group the service or network; empty where no address was named
 * @param sender who sends most of them, where that is known; else empty
 * @param failing how many messages
 * @param streamClass that of the stream with most of them
 * @param confidence how sure that class is
 * @param repairable whether somebody can look or change something
 */
public record FailingGroup(
    DomainName domain,
    String group,
    String sender,
    long failing,
    StreamClass streamClass,
    Confidence confidence,
    boolean repairable) {

  /** All failing ones of a domain, most failing messages first. */
  static List<FailingGroup> of(DomainFindings domain) {
    Map<String, FailingGroup> groups = new LinkedHashMap<>();
    for (StreamFindings stream : domain.streams()) {
      if (stream.tally().fail() == 0) {
        break;
      }
      groups.merge(stream.sourceGroup(), of(domain.domain(), stream), FailingGroup::plus);
    }
    List<FailingGroup> sorted = new ArrayList<>(groups.values());
    sorted.sort((one, other) -> Long.compare(other.failing, one.failing));
    return sorted;
  }

  private static FailingGroup of(DomainName domain, StreamFindings stream) {
    return new FailingGroup(
        domain,
        stream.sourceGroup(),
        stream.diagnosis().sender(),
        stream.tally().fail(),
        stream.diagnosis().streamClass(),
        stream.diagnosis().confidence(),
        stream.diagnosis().recommendations().stream().anyMatch(Recommendation::isRepair));
  }

  /** Streams come with most failing messages first. */
  private FailingGroup plus(FailingGroup next) {
    return new FailingGroup(
        domain,
        group,
        sender,
        Tally.sum(failing, next.failing),
        streamClass,
        confidence,
        repairable || next.repairable);
  }
}
