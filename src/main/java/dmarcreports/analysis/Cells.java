package dmarcreports.analysis;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes cells of sums: tells who sent them. */
final class Cells {
  private final SenderProfiles profiles;
  private final PublicSuffixList suffixes;
  private final ReporterTrust reporters;
  private final Set<SourceIp> sesAddresses;
  private final Map<String, String> groups = new HashMap<>();

  Cells(
      SenderProfiles profiles,
      PublicSuffixList suffixes,
      ReporterTrust reporters,
      Set<SourceIp> sesAddresses) {
    this.profiles = profiles;
    this.suffixes = suffixes;
    this.reporters = reporters;
    this.sesAddresses = sesAddresses;
  }

  /** Those of one policy domain. */
  List<Cell> of(DomainSums sums) {
    List<Cell> cells = new ArrayList<>();
    sums.drain(
        (facts, bySource) -> {
          Map<Boolean, Sender> senders = new HashMap<>();
          Set<DomainName> foreign = new HashSet<>(facts.dkim().passingForeign());
          foreign.addAll(facts.spf().passingForeign());
          bySource.forEach(
              (source, sum) -> {
                Sender sender =
                    senders.computeIfAbsent(
                        isSesAddress(source), ses -> Sender.of(facts, ses, profiles, suffixes));
                cells.add(cell(facts, source, sender, foreign, sum));
              });
        });
    return cells;
  }

  private Cell cell(
      Facts facts,
      Optional<SourceIp> source,
      Sender proven,
      Set<DomainName> foreign,
      DomainSums.Sum sum) {
    Optional<SenderLabel> label = profiles.labels().find(source, foreign, proven.service());
    Sender sender = OwnServices.sender(proven, facts, label, profiles.all());
    String group = Cell.sourceGroup(sender, source);
    return new Cell(
        facts,
        source,
        sender,
        label,
        groups.computeIfAbsent(group, same -> same),
        sum.messages(),
        sum.days(),
        sum.reporters(),
        reporters.isReliable(sum.reporters()));
  }

  private boolean isSesAddress(Optional<SourceIp> source) {
    return source.filter(s -> sesAddresses.contains(s) || profiles.mayBeAmazonSes(s)).isPresent();
  }
}
