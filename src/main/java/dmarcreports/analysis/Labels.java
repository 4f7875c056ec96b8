package dmarcreports.analysis;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The labels that the owner gave, the first that matches first. */
record Labels(List<SenderLabel> labels) {
  Labels {
    labels = List.copyOf(labels);
  }

  Optional<SenderLabel> find(
      Optional<SourceIp> source, Set<DomainName> passing, Optional<SenderProfile> service) {
    return labels.stream().filter(l -> matches(l, source, passing, service)).findFirst();
  }

  private static boolean matches(
      SenderLabel label,
      Optional<SourceIp> source,
      Set<DomainName> passing,
      Optional<SenderProfile> service) {
    String match = label.match().strip();
    if (service
        .filter(s -> s.name().equalsIgnoreCase(match) || s.slug().equals(match))
        .isPresent()) {
      return true;
    }
    if (Network.parse(match).filter(n -> source.filter(n::contains).isPresent()).isPresent()) {
      return true;
    }
    return DomainName.parse(match)
        .filter(d -> passing.stream().anyMatch(p -> p.isAtOrBelow(d)))
        .isPresent();
  }
}
