package dmarcreports.analysis;

import dmarcreports.analysis.SenderLabel.Ownership;
import dmarcreports.report.DomainName;
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
record StreamKey(
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

  static StreamKey of(Cell cell, GroupKnowledge knowledge, PublicSuffixList suffixes) {
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

  @Override
  public int compareTo(StreamKey other) {
    return sortable().compareTo(other.sortable());
  }

  private String sortable() {
    return String.join(
        " ",
        sourceGroup,
        authorDomain.map(DomainName::text).orElse(""),
        spfOrganization.map(DomainName::text).orElse(""),
        spfCause.name(),
        dkimCause.name(),
        verdict.name(),
        passing.toString(),
        ownership.map(Enum::name).orElse(""),
        Boolean.toString(corroborated));
  }
}
