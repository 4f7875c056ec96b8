package dmarcreports.analysis.alignment;

import dmarcreports.analysis.alignment.Organizations.Walked;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ways to tell organizations, where a receiver climbed the tree and what it met can only be
 * guessed from what DNS showed another day. What is seen now is not held against the receiver's own
 * verdict: what was seen first, or the Public Suffix List, may be nearer to what it met.
 */
public final class OrganizationWays {
  private final Organizations newest;
  private final Organizations first;
  private final Organizations list;

  /**
   * By walks and the list.
   *
   * @param newest what a walk finds by the newest answers of DNS; empty where it cannot be told
   * @param first the same by the first answers that are known
   */
  public OrganizationWays(
      PublicSuffixList suffixes,
      Function<DomainName, Optional<Walked>> newest,
      Function<DomainName, Optional<Walked>> first) {
    this.newest = new Organizations(suffixes, newest);
    this.first = Organizations.former(suffixes, first);
    this.list = Organizations.byList(suffixes);
  }

  /** By the list alone. */
  public static OrganizationWays byList(PublicSuffixList suffixes) {
    return new OrganizationWays(suffixes, name -> Optional.empty(), name -> Optional.empty());
  }

  /**
   * What an evidence amounts to: by the newest answers, or by the first where they contradict the
   * receiver less. By the list where that contradicts it no more than they do.
   */
  public Facts facts(Evidence evidence) {
    Facts now = Facts.of(evidence, newest);
    if (!evidence.policy().isByTreeWalk() || now.contradictions() == 0) {
      return now;
    }
    Facts once = Facts.of(evidence, first);
    Facts byWalk = once.contradictions() < now.contradictions() ? once : now;
    if (byWalk.contradictions() == 0) {
      return byWalk;
    }
    Facts byList = Facts.of(evidence, list);
    return byList.contradictions() <= byWalk.contradictions() ? byList : byWalk;
  }
}
