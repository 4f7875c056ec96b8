package dmarcreports.output.wording;

import dmarcreports.analysis.remedy.PolicyReadiness;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.report.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in the way of a stricter policy: the source groups that would lose mail by it. */
final class Blockers {
  private static final int MOST = 10;

  private final DomainFindings domain;
  private final Language language;
  private final Map<String, List<StreamFindings>> failing;

  Blockers(DomainFindings domain, Language language) {
    this.domain = domain;
    this.language = language;
    this.failing =
        domain.streams().stream()
            .filter(stream -> stream.tally().fail() > 0)
            .collect(Collectors.groupingBy(StreamFindings::sourceGroup));
  }

  /** Those in the way for one tag; empty where nothing is. */
  Optional<Listed> of(PolicyReadiness readiness) {
    List<String> groups = readiness.blockedBy();
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown =
        groups.stream()
            .map(group -> new Blocker(group, failing(group, readiness)))
            .sorted(
                Comparator.comparingLong((Blocker b) -> -b.messages())
                    .thenComparing(Blocker::group))
            .limit(MOST)
            .map(this::text)
            .toList();
    return Optional.of(
        Listed.of(language.say(heading(readiness)), shown, groups.size(), "domains.csv", language));
  }

  private BlockerPhrase heading(PolicyReadiness readiness) {
    if (domain.silent()) {
      return BlockerPhrase.IF_IT_SENDS;
    }
    return readiness.readyFor().filter(ready -> ready == Policy.NONE).isPresent()
        ? BlockerPhrase.OF_ANY
        : BlockerPhrase.OF_REJECT;
  }

  /** The failing mail of that group that stands in the way. */
  private List<StreamFindings> failing(String group, PolicyReadiness readiness) {
    List<StreamFindings> all =
        failing.getOrDefault(group, List.of()).stream()
            .filter(stream -> isGoverned(stream, readiness.tag()))
            .toList();
    List<StreamFindings> ours = of(Belonging.OURS, all);
    return ours.isEmpty() ? of(Belonging.PERHAPS_OURS, all) : ours;
  }

  private static List<StreamFindings> of(Belonging belonging, List<StreamFindings> streams) {
    return streams.stream().filter(s -> s.diagnosis().belonging() == belonging).toList();
  }

  private boolean isGoverned(StreamFindings stream, PolicyReadiness.Tag tag) {
    boolean below =
        stream.diagnosis().headerFrom().filter(f -> f.isSubdomainOf(domain.domain())).isPresent();
    return domain.readiness().size() < 2 || below != (tag == PolicyReadiness.Tag.P);
  }

  private String text(Blocker blocker) {
    Optional<StreamFindings> largest =
        blocker.streams.stream().max(Comparator.comparingLong(s -> s.tally().fail()));
    String sender =
        largest
            .map(s -> s.diagnosis().sender())
            .filter(s -> !s.isEmpty() && !blocker.group.contains("/"))
            .orElse(Words.group(blocker.group, language));
    return language.say(
        largest
            .map(s -> Words.believed(s.diagnosis(), language))
            .map(why -> TextPhrase.SENDER_MESSAGES.of(sender, blocker.messages(), why))
            .orElseGet(() -> BlockerPhrase.SENDER.of(sender, blocker.messages())));
  }

  /** A source group in the way, with the failing mail for which it is. */
  private record Blocker(String group, List<StreamFindings> streams) {
    long messages() {
      return streams.stream().mapToLong(s -> s.tally().fail()).reduce(0, Tally::sum);
    }
  }
}
