package dmarcreports.output.page;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
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
    String sender = stream.diagnosis().sender();
    return switch (action.changes().get(0)) {
      case CUSTOM_MAIL_FROM, EASY_DKIM ->
          stream.diagnosis().headerFrom().filter(f -> f.text().equals(action.target())).isPresent();
      case VENDOR_DKIM, VENDOR_RETURN_PATH -> sender.equals(action.target());
      case ASK_OWNER -> (sender.isEmpty() ? stream.sourceGroup() : sender).equals(action.target());
      case PUBLISH_DKIM, WAIT -> stream.sourceGroup().equals(action.target());
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
