package dmarcreports.command;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.file.TextFile;
import dmarcreports.flow.Knowledge;
import dmarcreports.flow.SendersFile;
import dmarcreports.output.plain.Counted;
import dmarcreports.output.plain.Inert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what is known before any report is read. */
final class KnowledgeOptions {
  private static final int MAX_FAULTS = 20;

  @Option(names = "--senders", paramLabel = "FILE", descriptionKey = "option.senders")
  private Path senders;

  @Option(
      names = "--public-suffix-list",
      paramLabel = "FILE",
      descriptionKey = "option.public_suffix_list")
  private Path suffixes;

  @Option(
      names = "--max-dns-age",
      paramLabel = "DAYS",
      defaultValue = "7d",
      converter = Options.Time.class,
      descriptionKey = "option.max_dns_age")
  private Duration dnsAge;

  /** What is known beforehand. */
  Knowledge knowledge(CommandLine command) throws IOException {
    return new Knowledge(suffixes(command), profiles(command), dnsAge);
  }

  private SenderProfiles profiles(CommandLine command) throws IOException {
    SenderProfiles standard = SenderProfiles.standard();
    if (senders == null) {
      return standard;
    }
    SendersFile file = SendersFile.read(senders, standard);
    refuse(command, file.faults());
    return standard.withLabels(file.labels());
  }

  private PublicSuffixList suffixes(CommandLine command) throws IOException {
    if (suffixes == null) {
      return new PublicSuffixList();
    }
    Optional<PublicSuffixList> list =
        TextFile.read(suffixes).flatMap(t -> PublicSuffixList.parse(t.lines().toList()));
    return list.orElseThrow(
        () ->
            new ParameterException(
                command,
                suffixes + ": is no public suffix list; take the one of publicsuffix.org"));
  }

  private static void refuse(CommandLine command, List<String> faults) {
    if (faults.isEmpty()) {
      return;
    }
    int shown = Math.min(faults.size(), MAX_FAULTS);
    for (String fault : faults.subList(0, shown - 1)) {
      command.getErr().println(Inert.line(fault));
    }
    int more = faults.size() - shown;
    throw new ParameterException(
        command,
        faults.get(shown - 1) + (more > 0 ? " (and " + Counted.of(more, "line") + " more)" : ""));
  }
}
