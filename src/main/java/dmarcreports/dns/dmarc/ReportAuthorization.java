package dmarcreports.dns.dmarc;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Whether a domain lets the reports about another one be sent to it (RFC 9990, "Verifying External
 * Destinations"; RFC 7489, 7.1).
 *
 * @param destination who shall receive them
 * @param question what says so; empty where the name would be too long, or too many were to be
 *     asked
 * @param answer what came
 * @param consent what that means
 * @param instead where the destination wants them instead, as it says itself
 */
public record ReportAuthorization(
    DomainName destination,
    Optional<Question> question,
    Optional<Answer> answer,
    Consent consent,
    List<ReportUri> instead) {
  /** So many destinations of one record are asked. */
  public static final int MAX_DESTINATIONS = 20;

  private static final String BETWEEN = "._report._dmarc";

  /** What a destination says. */
  public enum Consent {
    /** It takes the reports. */
    GIVEN,
    /** Nothing says that it takes them, so none are sent. */
    NOT_GIVEN,
    /** It takes them, but elsewhere, at a third domain: none are sent to either. */
    LED_AWAY,
    /** The name that would say so is too long to be there. */
    NAME_TOO_LONG,
    /** It cannot be told. */
    UNTOLD,
    /** It was not asked: there are too many. */
    NOT_ASKED
  }

  /** Keeps its own copy of the list. */
  public ReportAuthorization {
    instead = List.copyOf(instead);
  }

  /**
   * What all external destinations of a record say, sorted.
   *
   * @param domain where the record was found
   * @param organization the Organizational Domain of a name, which decides what is external
   */
  public static List<ReportAuthorization> of(
      DomainName domain,
      PublishedDmarc record,
      UnaryOperator<DomainName> organization,
      Lookup lookup) {
    DomainName own = organization.apply(domain);
    Set<DomainName> hosts = new TreeSet<>();
    Stream.concat(record.rua().stream(), record.ruf().stream())
        .flatMap(uri -> uri.host().stream())
        .filter(host -> !organization.apply(host).equals(own))
        .forEach(hosts::add);
    List<ReportAuthorization> all = new ArrayList<>();
    for (DomainName host : hosts) {
      all.add(all.size() < MAX_DESTINATIONS ? ask(domain, host, lookup) : notAsked(host));
    }
    return all;
  }

  /** What says whether one domain takes the reports about another; empty where too long. */
  public static Optional<Question> question(DomainName domain, DomainName destination) {
    return DnsName.of(destination)
        .below(domain + BETWEEN)
        .map(name -> new Question(name, RecordType.TXT));
  }

  private static ReportAuthorization ask(DomainName domain, DomainName host, Lookup lookup) {
    Optional<Question> question = question(domain, host);
    Optional<Answer> answer = question.map(lookup::answer);
    List<PublishedDmarc> records =
        answer.stream()
            .flatMap(a -> a.texts().stream())
            .flatMap(text -> PublishedDmarc.parse(text).stream())
            .toList();
    List<ReportUri> instead = records.stream().flatMap(r -> r.rua().stream()).toList();
    Consent consent;
    if (question.isEmpty()) {
      consent = Consent.NAME_TOO_LONG;
    } else if (answer.filter(a -> a instanceof Answer.Failed).isPresent()) {
      consent = Consent.UNTOLD;
    } else if (records.isEmpty()) {
      consent = Consent.NOT_GIVEN;
    } else {
      boolean away =
          instead.stream().anyMatch(u -> u.host().filter(h -> !h.equals(host)).isPresent());
      consent = away ? Consent.LED_AWAY : Consent.GIVEN;
    }
    return new ReportAuthorization(host, question, answer, consent, instead);
  }

  private static ReportAuthorization notAsked(DomainName host) {
    return new ReportAuthorization(
        host, Optional.empty(), Optional.empty(), Consent.NOT_ASKED, List.of());
  }
}
