package dmarcreports.analysis.stream;

import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.change.Confidence;
import dmarcreports.analysis.change.Recommendation;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * What is the matter with a mail stream and what repairs it.
 *
 * @param sender the service that sends, else the foreign organization that a passing identity
 *     proves, else empty
 * @param failure what kind of failure it is
 * @param streamClass the row of the decision table
 * @param confidence how sure that is
 * @param belonging whose mail it is
 * @param headerFrom the Author Domain; empty where the reporter names none or several
 * @param spfDomain the domain that SPF was about; empty where there is none
 * @param spfResult the word of SPF, in lower case; empty where there is none
 * @param spfCause why SPF did or did not align
 * @param dkimDomains the {@code d=} whose signatures pass, sorted
 * @param dkimCause why DKIM did or did not align
 * @param recommendations in order of priority; never empty
 * @param repairedMin how many failing messages pass once all recommendations are done, at least
 * @param repairedMax the same, at most
 * @param viaForwarder whether somebody passed the mail on
 * @param orgMethodSensitive whether the private section of the Public Suffix List decides
 * @param explanation a few sentences for people who know mail and not DMARC
 */
public record Diagnosis(
    String sender,
    Failure failure,
    StreamClass streamClass,
    Confidence confidence,
    Belonging belonging,
    Optional<DomainName> headerFrom,
    String spfDomain,
    String spfResult,
    Cause spfCause,
    List<DomainName> dkimDomains,
    Cause dkimCause,
    List<Recommendation> recommendations,
    long repairedMin,
    long repairedMax,
    boolean viaForwarder,
    boolean orgMethodSensitive,
    List<Saying> explanation) {

  /** Keeps its own copies of the lists. */
  public Diagnosis {
    dkimDomains = List.copyOf(dkimDomains);
    recommendations = List.copyOf(recommendations);
    explanation = List.copyOf(explanation);
  }
}
