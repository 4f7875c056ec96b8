package dmarcreports.analysis.lookup;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.dns.LookedUp;
import dmarcreports.dns.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What DNS has shown of the records that an action advises.
 *
 * @param state of all that were looked up
 * @param day of the oldest look-up that this rests on
 * @param since the day from which on all of them were seen; empty where they are not all there
 * @param missing the records that are still to be published
 */
public record ShownInDns(
    DnsState state, LocalDate day, Optional<LocalDate> since, List<DnsRecord> missing) {

  /** Keeps its own copy of the list. */
  public ShownInDns {
    missing = List.copyOf(missing);
  }

  /** What was shown; empty where nothing of it was looked up. */
  public static Optional<ShownInDns> of(Action action) {
    Snapshot dns = action.situation().dns();
    if (dns.isEmpty()) {
      return Optional.empty();
    }
    List<DnsRecord> records = action.remedy().dnsRecords();
    List<AdvisedRecord> asked =
        records.stream()
            .flatMap(record -> AdvisedRecord.of(record).stream())
            .filter(record -> dns.newest(record.question()).isPresent())
            .toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Set<Presence> seen = EnumSet.noneOf(Presence.class);
    asked.forEach(record -> seen.add(record.presence(dns)));
    DnsState state = state(seen);
    if (state == DnsState.ABSENT && NamesOfAService.areGuessed(action)) {
      state = DnsState.UNKNOWN;
    }
    return Optional.of(
        new ShownInDns(
            state,
            day(oldest(asked, dns)),
            state == DnsState.PRESENT ? since(asked, dns).map(ShownInDns::day) : Optional.empty(),
            records.stream().filter(record -> !isThere(record, dns)).toList()));
  }

  private static DnsState state(Set<Presence> seen) {
    if (seen.contains(Presence.UNTOLD)) {
      return DnsState.UNKNOWN;
    }
    if (seen.size() > 1 || seen.contains(Presence.OTHERWISE)) {
      return DnsState.DIFFERENT;
    }
    return seen.contains(Presence.THERE) ? DnsState.PRESENT : DnsState.ABSENT;
  }

  private static boolean isThere(DnsRecord record, Snapshot dns) {
    return AdvisedRecord.of(record).filter(r -> r.presence(dns) == Presence.THERE).isPresent();
  }

  private static Instant oldest(List<AdvisedRecord> asked, Snapshot dns) {
    return asked.stream()
        .flatMap(record -> dns.newest(record.question()).stream())
        .map(LookedUp::last)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Optional<Instant> since(List<AdvisedRecord> asked, Snapshot dns) {
    return asked.stream()
        .flatMap(
            record ->
                dns
                    .since(record.question(), answer -> record.presence(answer) == Presence.THERE)
                    .stream())
        .max(Comparator.naturalOrder());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
