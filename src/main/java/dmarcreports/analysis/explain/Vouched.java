package dmarcreports.analysis.explain;

import dmarcreports.report.DomainName;
import dmarcreports.report.header.AuthenticationResults.Result;
import dmarcreports.report.header.DkimSignature;
import dmarcreports.report.header.Signed;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A result of DKIM that is believed, and the signature that it is about.
 *
 * @param signature empty where none in the mail fits
 */
public record Vouched(Result result, Optional<Signed> signature) {
  /** So much of {@code b=} at least tells a signature (RFC 6008). */
  private static final int ENOUGH = 4;

  /** Finds the signature: by its first characters, else by domain and selector. */
  static Vouched of(Result result, List<Signed> signatures) {
    Optional<String> start = result.property("header.b").filter(b -> b.length() >= ENOUGH);
    Optional<String> selector = result.property("header.s");
    Optional<DomainName> domain = claimed(result);
    Optional<Signed> byStart =
        first(signatures, s -> start.filter(s.signature()::startsWith).isPresent());
    return new Vouched(
        result,
        start.isPresent() || domain.isEmpty()
            ? byStart
            : first(signatures, s -> isOf(domain.get(), s) && isUnder(selector, s)));
  }

  /** The domain that signed: {@code d=}, by the result or else by the signature. */
  public Optional<DomainName> domain() {
    return result
        .property("header.d")
        .flatMap(DomainName::parse)
        .or(() -> signature.flatMap(s -> s.signature().domain()))
        .or(() -> claimed(result));
  }

  /** The selector, by the result or else by the signature. */
  public Optional<String> selector() {
    return result.property("header.s").or(() -> signature.flatMap(s -> s.signature().selector()));
  }

  private static boolean isUnder(Optional<String> selector, DkimSignature signature) {
    return selector.isEmpty() || selector.equals(signature.selector());
  }

  private static boolean isOf(DomainName domain, DkimSignature signature) {
    return signature.domain().filter(domain::isAtOrBelow).isPresent();
  }

  private static Optional<DomainName> claimed(Result result) {
    return result
        .property("header.d", "header.i")
        .map(name -> name.substring(name.lastIndexOf('@') + 1))
        .flatMap(DomainName::parse);
  }

  private static Optional<Signed> first(List<Signed> signatures, Predicate<DkimSignature> which) {
    return signatures.stream().filter(s -> which.test(s.signature())).findFirst();
  }
}
