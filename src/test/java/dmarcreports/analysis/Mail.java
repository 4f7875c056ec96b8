package dmarcreports.analysis;

import dmarcreports.analysis.alignment.Organizations;
import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.dns.Snapshot;
import dmarcreports.report.AuthResults;
import dmarcreports.report.Disposition;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.Evidence;
import dmarcreports.report.Identifiers;
import dmarcreports.report.Observation;
import dmarcreports.report.PolicyEvaluated;
import dmarcreports.report.Reports;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Messages as the tables of the tests write them: {@code amazonses.com pass, example.com fail}.
 * Where a test names no verdict of the receiver, it is what the results say.
 */
public final class Mail {
  public static final PublicSuffixList SUFFIXES = new PublicSuffixList();
  public static final Organizations ORGANIZATIONS = Organizations.byList(SUFFIXES);

  private static final String PROOF_NETWORK = "203.0.113.0/24";

  private final String author;
  private String policyDomain;
  private String modes = "r/r";
  private String spf = "";
  private String dkim = "";
  private String words = "auto";
  private String reason = "";
  private String ip = "192.0.2.1";
  private String policy = "none";
  private String subdomains = "-/-";
  private String tags = "";
  private String disposition = "none";
  private String day = "2026-01-10";
  private String reporter = "reporter.example";
  private boolean nullSender;
  private long messages = 1;

  private Mail(String author) {
    this.author = author;
    this.policyDomain = author.isEmpty() ? "example.com" : lastTwoLabels(author);
  }

  public static Mail from(String author) {
    return new Mail(author == null || author.equals("-") ? "" : author);
  }

  public Mail underPolicyOf(String domain) {
    policyDomain = domain;
    return this;
  }

  /** {@code aspf/adkim}. */
  public Mail modes(String spfAndDkim) {
    modes = spfAndDkim;
    return this;
  }

  public Mail spf(String results) {
    spf = results == null ? "" : results;
    return this;
  }

  /** A third word is the selector. */
  public Mail dkim(String results) {
    dkim = results == null ? "" : results;
    return this;
  }

  /** {@code spf/dkim} in the receiver's words; {@code -} for none. */
  public Mail words(String spfAndDkim) {
    words = spfAndDkim == null ? "auto" : spfAndDkim;
    return this;
  }

  /** {@code type} or {@code type: comment}. */
  public Mail reason(String typeAndComment) {
    reason = typeAndComment == null ? "" : typeAndComment;
    return this;
  }

  public Mail ip(String address) {
    ip = address == null ? "192.0.2.1" : address;
    return this;
  }

  /** {@code policy/disposition}. */
  public Mail treated(String policyAndDisposition) {
    policy = policyAndDisposition.split("/")[0];
    disposition = policyAndDisposition.split("/")[1];
    return this;
  }

  /** {@code sp/np}; {@code -} for none. */
  public Mail subdomains(String spAndNp) {
    subdomains = spAndNp;
    return this;
  }

  /** More tags of the record: {@code pct=25 t=y}. */
  public Mail tags(String more) {
    tags = more;
    return this;
  }

  public Mail day(String date) {
    day = date;
    return this;
  }

  public Mail reporter(String name) {
    reporter = name;
    return this;
  }

  /** The /24 that it comes from. */
  String network() {
    return ip.substring(0, ip.lastIndexOf('.'));
  }

  String address() {
    return ip;
  }

  /** The name that passes, where there is just one. */
  String provenName() {
    return spf.endsWith(" pass") ? spf : dkim;
  }

  /** Whether anybody's name passes. */
  boolean provesName() {
    return (spf + dkim).contains(" pass");
  }

  public String day() {
    return day;
  }

  public String reporter() {
    return reporter;
  }

  public long messages() {
    return messages;
  }

  public Mail bounce() {
    nullSender = true;
    return this;
  }

  public Mail messages(long number) {
    messages = number;
    return this;
  }

  public Evidence evidence() {
    String[] mode = modes.split("/");
    return new Evidence(
        Reports.policy(record()),
        new PolicyEvaluated(
            disposition.equals("-")
                ? Optional.empty()
                : Optional.of(Disposition.valueOf(upper(disposition))),
            word(1, dkim, mode[1]),
            word(0, spf, mode[0]),
            reasons()),
        new Identifiers(DomainName.parse(author), Optional.empty(), nullSender, Optional.empty()),
        new AuthResults(
            entries(dkim).stream()
                .map(
                    e ->
                        new AuthResults.Dkim(
                            DomainName.parse(e[0]),
                            e.length > 2 ? Optional.of(e[2]) : Optional.empty(),
                            odd(e[1])
                                ? Optional.empty()
                                : Optional.of(DkimResult.valueOf(upper(e[1]))),
                            Optional.empty()))
                .toList(),
            entries(spf).stream()
                .map(
                    e ->
                        new AuthResults.Spf(
                            DomainName.parse(e[0]),
                            e.length > 2
                                ? Optional.of(AuthResults.Scope.valueOf(upper(e[2])))
                                : Optional.empty(),
                            odd(e[1])
                                ? Optional.empty()
                                : Optional.of(SpfResult.valueOf(upper(e[1]))),
                            Optional.empty()))
                .toList()),
        List.of());
  }

  private String record() {
    String[] spAndNp = subdomains.split("/");
    String[] mode = modes.split("/");
    return String.join(
            " ",
            policyDomain,
            "p=" + policy,
            "sp=" + spAndNp[0],
            "np=" + spAndNp[1],
            "adkim=" + mode[1],
            "aspf=" + mode[0],
            tags)
        .replaceAll(" [sn]p=-", "");
  }

  public Observation observation() {
    return new Observation(
        evidence(), SourceIp.parse(ip), LocalDate.parse(day), reporter, messages);
  }

  public static Analysis analyze(Mail... mail) {
    return analyze(SenderProfiles.standard(), mail);
  }

  public static Analysis analyze(SenderProfiles profiles, Mail... mail) {
    return Analysis.of(Arrays.stream(mail).map(Mail::observation).toList(), SUFFIXES, profiles);
  }

  /** The same, with what DNS has shown. */
  static Analysis analyze(SenderProfiles profiles, Snapshot dns, Mail... mail) {
    Analysis.Collector collector = new Analysis.Collector(SUFFIXES, profiles);
    collector.published(dns);
    Arrays.stream(mail).map(Mail::observation).forEach(collector::add);
    return collector.finish();
  }

  /** The only stream of that mail, or the headline of the only domain. */
  public static StreamFindings headline(Mail... mail) {
    return analyze(mail).domains().get(0).streams().get(0);
  }

  /** That of its stream, in a domain that is known to send. */
  public Diagnosis diagnosis() {
    return other(analyze(this, proof()).domains().get(0)).diagnosis();
  }

  /**
   * That mail among 280 messages that pass, seen on fourteen days by two reporters: enough to judge
   * a policy by.
   */
  public static DomainFindings wellSeen(SenderProfiles profiles, Mail... mail) {
    List<Mail> all = new ArrayList<>(List.of(mail));
    for (int day = 1; day <= 14; day++) {
      for (String reporter : List.of("reporter.example", "another.example")) {
        all.add(mail[0].proof().day("2026-01-%02d".formatted(day)).reporter(reporter).messages(10));
      }
    }
    return analyze(profiles, all.toArray(Mail[]::new)).domains().get(0);
  }

  public static DomainFindings wellSeen(Mail... mail) {
    return wellSeen(SenderProfiles.standard(), mail);
  }

  /** The stream that is not that of the proof. */
  public static StreamFindings other(DomainFindings domain) {
    return domain.streams().stream()
        .filter(s -> !s.sourceGroup().equals(PROOF_NETWORK))
        .findFirst()
        .orElseThrow();
  }

  /** One message of the same domain that passes, from a network of its own. */
  public Mail proof() {
    return from(policyDomain)
        .underPolicyOf(policyDomain)
        .modes(modes)
        .spf(policyDomain + " pass")
        .dkim(policyDomain + " pass")
        .treated(policy + "/none")
        .subdomains(subdomains)
        .tags(tags)
        .ip("203.0.113.77");
  }

  private Optional<PolicyEvaluated.Verdict> word(int leg, String results, String mode) {
    String word = words.equals("auto") ? says(results, mode) : words.split("/")[leg];
    return word.equals("-")
        ? Optional.empty()
        : Optional.of(PolicyEvaluated.Verdict.valueOf(upper(word)));
  }

  private String says(String results, String mode) {
    for (String[] entry : entries(results)) {
      boolean aligned =
          mode.equals("s")
              ? entry[0].equals(author)
              : lastTwoLabels(entry[0]).equals(lastTwoLabels(author));
      boolean helo = entry.length > 2 && entry[2].equals("helo");
      if (entry[1].equals("pass") && aligned && !helo) {
        return "pass";
      }
    }
    return "fail";
  }

  private List<PolicyEvaluated.Reason> reasons() {
    if (reason.isEmpty()) {
      return List.of();
    }
    String[] parts = reason.split(": ", 2);
    return List.of(
        new PolicyEvaluated.Reason(
            Optional.of(PolicyEvaluated.Override.valueOf(upper(parts[0]))),
            parts.length > 1 ? Optional.of(parts[1]) : Optional.empty()));
  }

  private static List<String[]> entries(String results) {
    List<String[]> entries = new ArrayList<>();
    for (String entry : results.split(",")) {
      if (!entry.isBlank() && !entry.equals("-")) {
        entries.add(entry.strip().split(" "));
      }
    }
    return entries;
  }

  private static boolean odd(String result) {
    return result.equals("unknown") || result.equals("error");
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static String lastTwoLabels(String name) {
    String[] labels = name.split("\\.");
    return labels.length < 2 ? name : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }
}
