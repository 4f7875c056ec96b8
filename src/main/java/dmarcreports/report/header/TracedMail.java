package dmarcreports.report.header;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One mail, as far as its header tells where it comes from and who vouched for it. Fields are in
 * their order, which is from the newest to the oldest.
 *
 * @param fromFields how many From fields it has; one is right
 * @param authors the mailboxes in them
 * @param returnPath the sender of the envelope as the last host wrote it; {@code <>} where empty
 * @param sesAddress the address of Amazon SES that sent it, as X-SES-Outgoing has it
 * @param inReport the report that it was found in
 * @param attached whether another mail is attached to it, which is not looked at
 * @param leftOut how many fields were not read, beyond {@value #MOST} of one name
 */
public record TracedMail(
    int fromFields,
    List<Author> authors,
    Optional<String> returnPath,
    List<Signed> signatures,
    List<Stated<AuthenticationResults>> results,
    List<Stated<ReceivedSpf>> spf,
    List<ArcResults> arc,
    List<Received> hops,
    Optional<SesFeedback> sesFeedback,
    Optional<SourceIp> sesAddress,
    ListFields list,
    Optional<CarryingReport> inReport,
    boolean attached,
    int leftOut) {
  /** As many fields of one name are read. */
  public static final int MOST = 500;

  /** Keeps its own copies of the lists. */
  public TracedMail {
    authors = List.copyOf(authors);
    signatures = List.copyOf(signatures);
    results = List.copyOf(results);
    spf = List.copyOf(spf);
    arc = List.copyOf(arc);
    hops = List.copyOf(hops);
  }

  /** The domains that From names. */
  public SortedSet<DomainName> authorDomains() {
    SortedSet<DomainName> domains = new TreeSet<>();
    authors.forEach(author -> author.domain().ifPresent(domains::add));
    return domains;
  }

  /** The Author Domain (RFC 9989, 3.2.2); empty unless one From field names exactly one. */
  public Optional<DomainName> authorDomain() {
    SortedSet<DomainName> domains = authorDomains();
    boolean one = fromFields == 1 && domains.size() == 1;
    boolean whole = authors.stream().allMatch(author -> author.domain().isPresent());
    return one && whole ? Optional.of(domains.first()) : Optional.empty();
  }
}
