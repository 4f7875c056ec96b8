package dmarcreports.analysis.explain;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.alignment.Relation;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DomainName;
import dmarcreports.report.Observation;
import dmarcreports.report.SourceIp;
import dmarcreports.report.header.ArcResults;
import dmarcreports.report.header.AuthenticationResults;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.SesFeedback;
import dmarcreports.report.header.Signed;
import dmarcreports.report.header.Stated;
import dmarcreports.report.header.TracedMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one mail tells of how it fared, and why.
 *
 * @param author the Author Domain
 * @param claims what each signature claims, in the order of the signatures
 * @param address the client that handed it over
 * @param path the name of the envelope that SPF is checked for
 * @param time when it came in
 * @param findings as of the mail of a domain, with one message; empty where nothing can be believed
 *     or From names no domain
 * @param byClaims what would be found if each signature stood, where nothing can be believed
 * @param signs what it shows and a report does not, what they amount to first
 * @param doubts what is assumed, and what cannot be known
 */
public record ExplainedMail(
    TracedMail mail,
    Belief belief,
    Optional<DomainName> author,
    List<Claim> claims,
    Optional<SourceIp> address,
    Optional<MailPath> path,
    Optional<Instant> time,
    Optional<Explained.Domain> findings,
    Optional<Explained.Domain> byClaims,
    List<Saying> signs,
    List<Saying> doubts) {

  /** Keeps its own copies of the lists. */
  public ExplainedMail {
    claims = List.copyOf(claims);
    signs = List.copyOf(signs);
    doubts = List.copyOf(doubts);
  }

  /**
   * A signature, and what is believed of it.
   *
   * @param relation of the domain that it names to the Author Domain
   * @param vouched empty where no believed result is about it
   */
  public record Claim(Signed signed, Relation relation, Optional<Vouched> vouched) {}

  /**
   * Explains a mail.
   *
   * @param trusted the authserv-id whose results are believed; else that of the topmost field
   * @param analysis what observations of one mail amount to
   */
  public static ExplainedMail of(
      TracedMail mail,
      Optional<String> trusted,
      KnownPolicies policies,
      PublicSuffixList suffixes,
      Function<Observation, Optional<Explained.Domain>> analysis) {
    Belief belief = Belief.of(mail, trusted, suffixes);
    MailEvidence evidence = new MailEvidence(mail, belief, suffixes);
    Optional<Observation> observation = evidence.observation(policies);
    Optional<Explained.Domain> findings = observation.flatMap(analysis).map(d -> inRegion(d, mail));
    Optional<Explained.Domain> byClaims =
        findings.isPresent() || mail.authorDomain().isEmpty() || mail.signatures().isEmpty()
            ? Optional.empty()
            : analysis.apply(evidence.claimed(policies)).map(d -> inRegion(d, mail));
    boolean ses = isSes(findings) || isSes(byClaims);
    return new ExplainedMail(
        mail,
        belief,
        mail.authorDomain(),
        mail.signatures().stream().map(s -> claim(s, mail, evidence, suffixes)).toList(),
        observation.flatMap(Observation::sourceIp),
        MailPath.of(mail, belief, evidence.results()),
        evidence.time(),
        findings,
        byClaims,
        new MailSigns(evidence).all(ses, passes(findings)),
        doubts(mail, belief, evidence.doubts(), suffixes));
  }

  /** The same beside what DNS shows by now, which no longer has to be doubted. */
  public ExplainedMail besideDns() {
    Stream<Saying> others =
        doubts.stream()
            .filter(
                one ->
                    one.phrase() != MailDoubt.NOTHING_ASKED
                        && one.phrase() != MailDoubt.POLICY_UNKNOWN);
    return new ExplainedMail(
        mail,
        belief,
        author,
        claims,
        address,
        path,
        time,
        findings,
        byClaims,
        signs,
        Stream.concat(others, Stream.of(MailDoubt.DNS_OF_NOW.of())).toList());
  }

  /** The stream that it is. */
  public Optional<Explained.Stream> stream() {
    return findings.map(domain -> domain.streams().get(0));
  }

  private static Claim claim(
      Signed signed, TracedMail mail, MailEvidence evidence, PublicSuffixList suffixes) {
    return new Claim(
        signed,
        Relation.of(signed.signature().domain(), mail.authorDomain(), suffixes),
        evidence.results().vouched().stream()
            .filter(one -> one.signature().filter(signed::equals).isPresent())
            .findFirst());
  }

  private static boolean passes(Optional<Explained.Domain> findings) {
    return findings.filter(domain -> domain.tally().pass() > 0).isPresent();
  }

  private static boolean isSes(Optional<Explained.Domain> findings) {
    return findings
        .filter(d -> d.streams().get(0).part().sourceGroup().equals("amazon-ses"))
        .isPresent();
  }

  /** With the region that Amazon SES names in the mail, where results show another or none. */
  private static Explained.Domain inRegion(Explained.Domain domain, TracedMail mail) {
    Optional<String> region = mail.sesFeedback().map(SesFeedback::region);
    return region.isEmpty() || !isSes(Optional.of(domain))
        ? domain
        : new Explained.Domain(
            domain.domain(),
            domain.policy(),
            domain.tally(),
            domain.streams(),
            domain.actions().stream()
                .map(
                    todo ->
                        new Explained.ToDo(
                            todo.rank(),
                            todo.action().seenIn(region.get()),
                            todo.repairedMin(),
                            todo.repairedMax()))
                .toList());
  }

  private static List<Saying> doubts(
      TracedMail mail, Belief belief, List<Saying> assumed, PublicSuffixList suffixes) {
    List<Saying> doubts = new ArrayList<>();
    if (mail.results().isEmpty() && belief.spf().isEmpty()) {
      doubts.add(MailDoubt.NO_RESULTS.of());
    } else if (!belief.isFounded() && belief.named()) {
      doubts.add(MailDoubt.HOST_NOT_THERE.of(belief.host().orElse("")));
    } else if (!belief.isFounded()) {
      doubts.add(MailDoubt.NOTHING_BELIEVED.of());
    } else if (!belief.named()) {
      doubts.add(host(mail, belief, suffixes));
    }
    doubts.addAll(assumed);
    if (mail.leftOut() > 0) {
      doubts.add(MailDoubt.FIELDS_LEFT_OUT.of(mail.leftOut(), TracedMail.MOST));
    }
    int results = resultsLeftOut(mail);
    if (results > 0) {
      doubts.add(MailDoubt.RESULTS_LEFT_OUT.of(results, AuthenticationResults.MOST_RESULTS));
    }
    if (mail.attached()) {
      doubts.add(MailDoubt.MAIL_ATTACHED.of());
    }
    doubts.add(MailDoubt.ONE_MAIL.of());
    if (belief.isFounded()) {
      doubts.add(MailDoubt.HEADER_PROVES_LITTLE.of());
    }
    doubts.add(MailDoubt.NOTHING_ASKED.of());
    return doubts;
  }

  private static int resultsLeftOut(TracedMail mail) {
    return Stream.concat(
            mail.results().stream().map(Stated::words),
            mail.arc().stream().map(ArcResults::results))
        .mapToInt(AuthenticationResults::more)
        .sum();
  }

  private static Saying host(TracedMail mail, Belief belief, PublicSuffixList suffixes) {
    if (belief.host().isEmpty()) {
      return MailDoubt.HOST_WITHOUT_NAME.of();
    }
    String host = belief.host().get();
    List<DomainName> own =
        mail.hops().stream()
            .limit(belief.ownHops())
            .map(Received::by)
            .flatMap(Optional::stream)
            .toList();
    boolean same =
        DomainName.parse(host)
            .filter(name -> own.stream().anyMatch(by -> suffixes.sameOrganization(by, name)))
            .isPresent();
    return same || own.isEmpty()
        ? MailDoubt.HOST_ASSUMED.of(host)
        : MailDoubt.HOST_NAMED_OTHERWISE.of(host, Names.of(Names.Joint.COMMA, own, 1));
  }
}
