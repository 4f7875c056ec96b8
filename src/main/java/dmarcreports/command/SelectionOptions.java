package dmarcreports.command;

import dmarcreports.output.Filters;
import dmarcreports.report.DomainName;
import dmarcreports.store.ReportReader;
import dmarcreports.store.Selection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which reports are looked at. */
final class SelectionOptions {
  @Option(
      names = "--domain",
      paramLabel = "D",
      description = "Only this policy domain; may be given again.")
  private List<String> domains = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      converter = Options.Day.class,
      description = "From this day on, such as 2026-11-01.")
  private LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = Options.Day.class,
      description = "Up to this day.")
  private LocalDate until;

  @Option(
      names = "--last",
      paramLabel = "DAYS",
      converter = Options.Time.class,
      description = "So many days back from the newest day stored, such as 30d.")
  private Duration last;

  /** Refuses what names no selection. */
  void check(CommandLine command) {
    for (String domain : domains) {
      if (DomainName.parse(domain).isEmpty()) {
        throw new ParameterException(command, "--domain: '" + domain + "' is no domain");
      }
    }
    if (since != null && until != null && until.isBefore(since)) {
      throw new ParameterException(command, "--until " + until + " is before --since " + since);
    }
    if (last != null && (since != null || last.toDays() < 1)) {
      throw new ParameterException(
          command, "--last takes whole days, such as 30d, and does not go with --since");
    }
  }

  /** The selection, counted back from the newest day stored where that is asked for. */
  Selection of(ReportReader reports) {
    Set<DomainName> names = new HashSet<>();
    for (String domain : domains) {
      DomainName.parse(domain).ifPresent(names::add);
    }
    Optional<LocalDate> from = Optional.ofNullable(since);
    Optional<LocalDate> to = Optional.ofNullable(until);
    if (last != null) {
      LocalDate newest = to.or(reports::newestDay).orElse(LocalDate.EPOCH);
      from = Optional.of(newest.minusDays(last.toDays() - 1));
      to = Optional.of(newest);
    }
    return new Selection(from, to, names);
  }

  /**
   * The same as it was asked for.
   *
   * @param all whether sources that do not fail are shown as well
   */
  Filters filters(boolean all) {
    return new Filters(
        domains.stream()
            .flatMap(d -> DomainName.parse(d).stream())
            .map(DomainName::text)
            .sorted()
            .distinct()
            .toList(),
        Optional.ofNullable(since),
        Optional.ofNullable(until),
        Optional.ofNullable(last).map(Duration::toDays),
        all);
  }
}
