package dmarcreports.output.page;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.change.Target;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Diagnosis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The failing mail that the actions of a domain are recommended for. */
final class FailingMail {
  private FailingMail() {}

  /** What to do with a stream that an action is for. */
  interface Visitor {
    /**
     * Takes note of it.
     *
     * @param place of the stream among those of the domain
     */
    void visit(int rank, int place, StreamFindings stream);
  }

  /** Visits the streams of some actions in turn, most failing messages first, and keeps none. */
  static void each(DomainFindings domain, Collection<Integer> ranks, Visitor visitor) {
    Map<String, List<Integer>> byGroup = new HashMap<>();
    for (int rank : ranks) {
      for (String group : domain.actions().get(rank - 1).sourceGroups()) {
        byGroup.computeIfAbsent(group, g -> new ArrayList<>(1)).add(rank);
      }
    }
    int place = 0;
    for (StreamFindings stream : domain.streams()) {
      if (stream.tally().fail() == 0) {
        return;
      }
      for (int rank : byGroup.getOrDefault(stream.sourceGroup(), List.of())) {
        if (concerns(domain.actions().get(rank - 1), stream)) {
          visitor.visit(rank, place, stream);
        }
      }
      place++;
    }
  }

  private static boolean concerns(Action action, StreamFindings stream) {
    return stream.diagnosis().recommendations().containsAll(action.changes())
        && isTarget(action, stream);
  }

  private static boolean isTarget(Action action, StreamFindings stream) {
    Diagnosis diagnosis = stream.diagnosis();
    Target group = new Target.Group(stream.sourceGroup());
    Target sender = new Target.Service(diagnosis.sender());
    return switch (action.changes().get(0)) {
      case CUSTOM_MAIL_FROM, EASY_DKIM ->
          diagnosis.headerFrom().filter(f -> action.target().equals(Target.of(f))).isPresent();
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> action.target().equals(sender);
      case ASK_OWNER -> action.target().equals(diagnosis.sender().isEmpty() ? group : sender);
      case PUBLISH_DKIM, WAIT -> action.target().equals(group);
      case RELAX_ASPF,
          RELAX_ADKIM,
          REPAIR_EASY_DKIM,
          OWN_IDENTITY,
          REPAIR_DKIM,
          AUTHORIZE_IN_SPF,
          REPAIR_SPF,
          PARK_DOMAIN,
          ENFORCE_POLICY,
          NONE ->
          true;
    };
  }
}
