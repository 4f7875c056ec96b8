package dmarcreports.analysis.lookup;

import dmarcreports.analysis.action.Action;
import dmarcreports.dns.Lookup;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Whether what the findings advise to publish is there already. */
final class AdvisedRemarks {
  private AdvisedRemarks() {}

  static List<Remark> of(List<Action> actions, LocalDate day, Lookup lookup) {
    return actions.stream()
        .filter(Action::needsAttention)
        .flatMap(action -> remark(action, day, lookup).stream())
        .toList();
  }

  private static Optional<Remark> remark(Action action, LocalDate day, Lookup lookup) {
    List<Presence> records =
        action.remedy().dnsRecords().stream()
            .flatMap(record -> AdvisedRecord.of(record).stream())
            .map(record -> record.presence(lookup))
            .toList();
    if (records.isEmpty()) {
      return Optional.empty();
    }
    String name = action.code() + " " + action.target().text();
    int there = Collections.frequency(records, Presence.THERE);
    if (there == records.size()) {
      return Optional.of(Remark.of(ReportsRemark.ADVISED_AND_THERE, name, day));
    }
    boolean guessed = there == 0 && NamesOfAService.areGuessed(action);
    if (guessed || records.contains(Presence.UNTOLD)) {
      return Optional.of(Remark.of(ReportsRemark.ADVISED_AND_UNTOLD, name));
    }
    return Optional.of(
        there == 0
            ? Remark.of(ReportsRemark.ADVISED_AND_NOT_THERE, name)
            : Remark.of(ReportsRemark.ADVISED_AND_PARTLY_THERE, name, there, records.size()));
  }
}
