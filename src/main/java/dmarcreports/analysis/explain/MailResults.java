package dmarcreports.analysis.explain;

import dmarcreports.report.AuthResults;
import dmarcreports.report.AuthResults.Scope;
import dmarcreports.report.DkimResult;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import dmarcreports.report.SpfResult;
import dmarcreports.report.header.AuthenticationResults.Result;
import dmarcreports.report.header.ReceivedSpf;
import dmarcreports.report.header.TracedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The believed results of SPF and DKIM, and what they are about.
 *
 * @param vouched those of DKIM with their signatures
 * @param envelopeFrom the domain of the return path
 * @param nullSender whether that is empty
 * @param assumedReturnPath the domain of Return-Path, where SPF names none and that was taken
 * @param address the client, where the words of a result name it
 */
record MailResults(
    List<AuthResults.Spf> spf,
    List<Vouched> vouched,
    Optional<DomainName> envelopeFrom,
    boolean nullSender,
    Optional<DomainName> assumedReturnPath,
    Optional<SourceIp> address) {
  private static final String[] PATHS = {
    "smtp.mailfrom", "smtp.mfrom", "smtp.envelope-from", "envelope-from", "smtp.from"
  };

  static MailResults of(TracedMail mail, Belief belief) {
    List<AuthResults.Spf> spf = new ArrayList<>();
    List<Vouched> vouched = new ArrayList<>();
    Optional<String> path = Optional.empty();
    Optional<SourceIp> address = Optional.empty();
    Optional<DomainName> returnPath = mail.returnPath().flatMap(MailResults::domain);
    boolean assumed = false;
    for (Result result : belief.results()) {
      if (result.method().equals("spf")) {
        Optional<String> named = result.property(PATHS);
        Optional<String> helo = result.property("smtp.helo", "helo");
        boolean heloOnly = named.isEmpty() && helo.isPresent();
        assumed |= named.isEmpty() && !heloOnly && returnPath.isPresent();
        spf.add(
            new AuthResults.Spf(
                heloOnly
                    ? helo.flatMap(DomainName::parse)
                    : named.isPresent() ? named.flatMap(MailResults::domain) : returnPath,
                heloOnly ? Optional.of(Scope.HELO) : Optional.empty(),
                MailWords.spf(result.word()),
                result.words().stream().findFirst()));
        path = path.or(() -> named);
        address = address.or(() -> address(result));
      } else if (result.method().equals("dkim") && !result.word().equals("none")) {
        vouched.add(Vouched.of(result, mail.signatures()));
      }
    }
    if (spf.isEmpty() && belief.spf().isPresent()) {
      ReceivedSpf received = belief.spf().get();
      path = received.envelopeFrom();
      spf.add(
          new AuthResults.Spf(
              path.flatMap(MailResults::domain).or(() -> returnPath),
              Optional.empty(),
              MailWords.spf(received.word()),
              received.comments().stream().findFirst()));
    }
    return new MailResults(
        List.copyOf(spf),
        List.copyOf(vouched),
        path.flatMap(MailResults::domain).or(() -> returnPath),
        path.or(mail::returnPath).filter(MailResults::isEmpty).isPresent(),
        assumed ? returnPath : Optional.empty(),
        address);
  }

  List<AuthResults.Dkim> dkim() {
    return vouched.stream()
        .map(
            one ->
                new AuthResults.Dkim(
                    one.domain(),
                    one.selector(),
                    MailWords.dkim(one.result().word()),
                    one.result().words().stream().findFirst()))
        .toList();
  }

  /** The domains whose signatures stand. */
  List<DomainName> passingSigners() {
    return vouched.stream()
        .filter(one -> one.result().word().equals("pass"))
        .flatMap(one -> one.domain().stream())
        .toList();
  }

  /** The return paths that SPF passes for. */
  List<DomainName> passingPaths() {
    return spf.stream()
        .filter(check -> check.result().equals(Optional.of(SpfResult.PASS)))
        .filter(check -> !check.scope().equals(Optional.of(Scope.HELO)))
        .flatMap(check -> check.domain().stream())
        .toList();
  }

  /** Whether a signature does not stand, and DNS is not to blame. */
  static boolean isBroken(Vouched one) {
    return MailWords.dkim(one.result().word()).equals(Optional.of(DkimResult.FAIL));
  }

  private static Optional<SourceIp> address(Result result) {
    return result
        .property("client-ip", "smtp.remote-ip", "policy.iprev")
        .flatMap(SourceIp::parse)
        .or(() -> result.address());
  }

  /** Of an address or of a bare domain, in angle brackets or not. */
  static Optional<DomainName> domain(String path) {
    String plain = path.strip().replaceAll("[<>]", "");
    return DomainName.parse(plain.substring(plain.lastIndexOf('@') + 1));
  }

  private static boolean isEmpty(String path) {
    return path.strip().replaceAll("[<>]", "").isEmpty();
  }
}
