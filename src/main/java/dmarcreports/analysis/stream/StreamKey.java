package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.Identity;
import dmarcreports.analysis.alignment.Order;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.alignment.Verdict;
import dmarcreports.analysis.change.GroupKnowledge;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderLabel.Ownership;
import dmarcreports.analysis.sums.Cell;
import dmarcreports.report.DomainName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What messages have in common that are one mail stream.
 *
 * @param spfOrganization the Organizational Domain of the identity that SPF was about
 * @param passing the {@code d=} whose signatures pass, sorted
 * @param ownership what the owner says of them
 * @param corroborated whether the addresses are ours by other mail of theirs
 */
public record StreamKey(
    String sourceGroup,
    Optional<DomainName> authorDomain,
    Optional<DomainName> spfOrganization,
    Cause spfCause,
    Cause dkimCause,
    Verdict verdict,
    List<DomainName> passing,
    Optional<Ownership> ownership,
    boolean corroborated)
    implements Comparable<StreamKey> {
  private static final Comparator<List<DomainName>> BY_DOMAIN =
      Order.itemByItem(Comparator.naturalOrder());

  public static StreamKey of(Cell cell, GroupKnowledge knowledge, PublicSuffixList suffixes) {
    Facts facts = cell.facts();
    return new StreamKey(
        cell.sourceGroup(),
        facts.authorDomain(),
        facts.spf().primary().flatMap(Identity::domain).map(suffixes::organizationalDomain),
        facts.spfCause(),
        knowledge.dkimCause(cell),
        facts.verdict(),
        List.copyOf(facts.dkim().passing()),
        cell.label().map(SenderLabel::ownership),
        knowledge.corroboratesSpf(cell));
  }

  /** Part by part, as they stand in the alphabet; what has less comes first. */
  @Override
  public int compareTo(StreamKey other) {
    int order = sourceGroup.compareTo(other.sourceGroup);
    order = order != 0 ? order : compare(authorDomain, other.authorDomain);
    order = order != 0 ? order : compare(spfOrganization, other.spfOrganization);
    order = order != 0 ? order : spfCause.name().compareTo(other.spfCause.name());
    order = order != 0 ? order : dkimCause.name().compareTo(other.dkimCause.name());
    order = order != 0 ? order : verdict.name().compareTo(other.verdict.name());
    order = order != 0 ? order : Boolean.compare(!passing.isEmpty(), !other.passing.isEmpty());
    order = order != 0 ? order : BY_DOMAIN.compare(passing, other.passing);
    order = order != 0 ? order : word(ownership).compareTo(word(other.ownership));
    return order != 0 ? order : Boolean.compare(corroborated, other.corroborated);
  }

  private static int compare(Optional<DomainName> one, Optional<DomainName> other) {
    return one.map(DomainName::text).orElse("").compareTo(other.map(DomainName::text).orElse(""));
  }

  private static String word(Optional<Ownership> ownership) {
    return ownership.map(Enum::name).orElse("");
  }
}
