package dmarcreports.analysis.change;

import dmarcreports.report.DomainName;
import java.util.Optional;

/** What a change is made to. */
public sealed interface Target {
  /** As findings name it: a domain, a service or a source group; may be empty. */
  String text();

  /** The domain, where it is one. */
  default Optional<DomainName> domain() {
    return Optional.empty();
  }

  /** That domain. */
  static Target of(DomainName domain) {
    return new Domain(Optional.of(domain));
  }

  /**
   * A domain of ours: an identity at Amazon SES, the name of a record or of a key.
   *
   * @param domain empty where the mail is written as no single one
   */
  record Domain(Optional<DomainName> domain) implements Target {
    @Override
    public String text() {
      return domain.map(DomainName::text).orElse("");
    }
  }

  /**
   * A service, or an organization that proves itself.
   *
   * @param text its name
   */
  record Service(String text) implements Target {}

  /**
   * Where mail comes from.
   *
   * @param text the source group
   */
  record Group(String text) implements Target {}
}
