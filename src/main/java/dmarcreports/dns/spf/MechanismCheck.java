package dmarcreports.dns.spf;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord.Address;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.spf.SpfTerm.Directive;
import dmarcreports.report.SourceIp;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a mechanism matches a client (RFC 7208, 5); all but {@code include}. */
final class MechanismCheck {
  /**
   * How it ended.
   *
   * @param matches whether it matches
   * @param error why that cannot be said
   */
  record Ending(boolean matches, Optional<SpfCause> error) {
    static Ending of(boolean matches) {
      return new Ending(matches, Optional.empty());
    }

    static Ending error(SpfCause error) {
      return new Ending(false, Optional.of(error));
    }
  }

  private static final Ending NO = Ending.of(false);
  private static final Comparator<MailExchange> BY_PREFERENCE =
      Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::exchange);

  private final SourceIp ip;
  private final SpfBudget budget;
  private final ValidatedNames names;

  MechanismCheck(SourceIp ip, SpfBudget budget, ValidatedNames names) {
    this.ip = ip;
    this.budget = budget;
    this.names = names;
  }

  /**
   * Whether it matches.
   *
   * @param target the name that it is about, its macros put in
   */
  Ending check(Directive directive, String target) {
    return switch (directive.mechanism()) {
      case ALL -> Ending.of(true);
      case IP4, IP6 -> Ending.of(directive.range().filter(range -> range.contains(ip)).isPresent());
      case A -> DnsName.ofBytes(target).map(name -> addresses(name, directive)).orElse(NO);
      case MX -> DnsName.ofBytes(target).map(name -> exchanges(name, directive)).orElse(NO);
      case PTR -> pointers(target);
      case EXISTS -> DnsName.ofBytes(target).map(this::exists).orElse(NO);
      case INCLUDE -> throw new IllegalArgumentException("not a mechanism of its own");
    };
  }

  private Ending exists(DnsName name) {
    Answer answer = budget.ask(name, RecordType.A);
    return ending(answer, answer instanceof Answer.Found);
  }

  private Ending addresses(DnsName name, Directive directive) {
    Answer answer = budget.ask(name, ip.isV4() ? RecordType.A : RecordType.AAAA);
    int prefix = ip.isV4() ? directive.prefix4() : directive.prefix6();
    boolean matches =
        answer.found().stream()
            .anyMatch(
                r ->
                    r.data() instanceof Address host
                        && host.ip().isV4() == ip.isV4()
                        && new IpRange(host.ip(), prefix).contains(ip));
    return ending(answer, matches);
  }

  private Ending exchanges(DnsName name, Directive directive) {
    Answer answer = budget.ask(name, RecordType.MX);
    List<MailExchange> exchanges =
        answer.found().stream()
            .filter(r -> r.data() instanceof MailExchange)
            .map(r -> (MailExchange) r.data())
            .sorted(BY_PREFERENCE)
            .toList();
    if (exchanges.size() > SpfLimits.MAX_EXCHANGES) {
      return Ending.error(SpfCause.TOO_MANY_EXCHANGES);
    }
    for (MailExchange exchange : exchanges) {
      Optional<DnsName> host = DnsName.parse(exchange.exchange());
      Ending ending = host.map(h -> addresses(h, directive)).orElse(NO);
      if (ending.matches || ending.error.isPresent()) {
        return ending;
      }
    }
    return ending(answer, false);
  }

  /** A failure of DNS is no match here (RFC 7208, 5.5). */
  private Ending pointers(String target) {
    String domain = target.toLowerCase(Locale.ROOT);
    boolean matches =
        names.counted().stream().anyMatch(n -> n.equals(domain) || n.endsWith("." + domain));
    return matches || !budget.hasTooManyVoids()
        ? Ending.of(matches)
        : Ending.error(SpfCause.TOO_MANY_VOIDS);
  }

  private Ending ending(Answer answer, boolean matches) {
    if (answer instanceof Answer.Failed) {
      return Ending.error(SpfCause.LOOKUP_FAILED);
    }
    return matches || !budget.hasTooManyVoids()
        ? Ending.of(matches)
        : Ending.error(SpfCause.TOO_MANY_VOIDS);
  }
}
