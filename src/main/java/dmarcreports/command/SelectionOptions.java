package dmarcreports.command;

import dmarcreports.flow.Choice;
import dmarcreports.report.DomainName;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which reports are looked at. */
final class SelectionOptions {
  @Option(names = "--domain", paramLabel = "D", descriptionKey = "option.domain")
  private List<String> domains = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      converter = Options.Day.class,
      descriptionKey = "option.since")
  private LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = Options.Day.class,
      descriptionKey = "option.until")
  private LocalDate until;

  @Option(
      names = "--last",
      paramLabel = "DAYS",
      converter = Options.Time.class,
      descriptionKey = "option.last")
  private Duration last;

  /** What is asked for; wrong usage where that names no selection. */
  Choice choice(CommandLine command) {
    List<DomainName> names = new ArrayList<>();
    for (String domain : domains) {
      names.add(
          DomainName.parse(domain)
              .orElseThrow(
                  () ->
                      new ParameterException(command, "--domain: '" + domain + "' is no domain")));
    }
    if (since != null && until != null && until.isBefore(since)) {
      throw new ParameterException(command, "--until " + until + " is before --since " + since);
    }
    if (last != null && (since != null || last.toDays() < 1)) {
      throw new ParameterException(
          command, "--last takes whole days, such as 30d, and does not go with --since");
    }
    return new Choice(
        names, Optional.ofNullable(since), Optional.ofNullable(until), Optional.ofNullable(last));
  }
}
