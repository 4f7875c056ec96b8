package dmarcreports.analysis;

import dmarcreports.analysis.alignment.Facts;
import dmarcreports.analysis.alignment.OrganizationWays;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sums.ReporterFindings.Fault;
import dmarcreports.analysis.sums.ReporterTrust;
import dmarcreports.report.Evidence;
import dmarcreports.report.SourceIp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the findings about one policy domain take from the mail of all of them, where each is
 * analysed for itself.
 *
 * @param accounts what reporters did, in sums that may be of any part of their records
 * @param ses addresses that mail has proven to be of Amazon SES
 */
public record Background(List<Account> accounts, Set<SourceIp> ses) {
  /** Keeps its own copies. */
  public Background {
    accounts = List.copyOf(accounts);
    ses = Set.copyOf(ses);
  }

  /** Records of one reporter that have the same fault, or none. */
  public record Account(String reporter, Optional<Fault> fault, long messages, long records) {}

  /** What a record with some evidence adds to it. */
  public record Share(Optional<Fault> fault, boolean provesSes) {
    static Share of(Facts facts) {
      return new Share(
          ReporterTrust.fault(facts),
          facts.spf().passing().stream().anyMatch(KnownSenders.AMAZON_SES::passesSpfAs));
    }
  }

  /** Tells the share of an evidence, as long as DNS has shown nothing. */
  public static Function<Evidence, Share> shares(PublicSuffixList suffixes) {
    OrganizationWays organizations = OrganizationWays.byList(suffixes);
    return evidence -> Share.of(organizations.facts(evidence));
  }
}
