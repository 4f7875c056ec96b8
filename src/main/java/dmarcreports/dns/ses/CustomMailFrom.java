package dmarcreports.dns.ses;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.spf.SpfLookup;
import dmarcreports.dns.spf.SpfTree;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A domain that Amazon SES shall send as MAIL FROM: it wants exactly one MX, its own, and an SPF
 * record that lets it send.
 *
 * @param name the domain
 * @param mx what came for its MX
 * @param regions the regions of Amazon SES that its MX lead to, sorted
 * @param spf what came for its SPF record
 * @param faults what is wrong
 */
public record CustomMailFrom(
    DomainName name, Answer mx, List<String> regions, SpfLookup spf, List<MailFromFault> faults) {
  /** What may be wrong with it. */
  public enum MailFromFault {
    /** An alias stands there, beside which no MX can be. */
    ALIAS,
    /** The MX cannot be told. */
    MX_UNTOLD,
    MX_MISSING,
    /** {@code MX 0 .}: no mail is received (RFC 7505). */
    MX_NULL,
    /** Several; Amazon SES refuses the domain then. */
    MX_SEVERAL,
    /** One, and not of Amazon SES. */
    MX_ELSEWHERE,
    /** One of Amazon SES, and of no region that was expected. */
    MX_OTHER_REGION,
    /** The SPF record cannot be told. */
    SPF_UNTOLD,
    SPF_MISSING,
    SPF_SEVERAL,
    /** Receivers refuse it: permerror. */
    SPF_BROKEN,
    /** It is there, and the record of Amazon SES does not count in it. */
    SPF_WITHOUT_SES
  }

  /** Whose record lets Amazon SES send. */
  public static final DomainName INCLUDED = new DomainName("amazonses.com");

  private static final Pattern EXCHANGE =
      Pattern.compile("feedback-smtp\\.([a-z0-9-]+)\\.amazonses\\.com");

  /** Keeps its own copies. */
  public CustomMailFrom {
    regions = List.copyOf(regions);
    faults = List.copyOf(faults);
  }

  /**
   * Asks for what Amazon SES wants to find there.
   *
   * @param expected the regions that mail is sent from; none where that is not known
   */
  public static CustomMailFrom of(DomainName name, Set<String> expected, Lookup lookup) {
    Answer mx = lookup.answer(Question.of(name, RecordType.MX));
    SpfLookup spf = SpfLookup.of(name, lookup);
    List<String> regions =
        exchanges(mx).stream().flatMap(e -> region(e).stream()).distinct().sorted().toList();
    List<MailFromFault> faults = new ArrayList<>();
    if (!mx.aliases().isEmpty()) {
      faults.add(MailFromFault.ALIAS);
    }
    ofMx(mx, regions, expected).ifPresent(faults::add);
    ofSpf(name, spf, lookup).ifPresent(faults::add);
    return new CustomMailFrom(name, mx, regions, spf, faults);
  }

  /** Whether any of its MX leads to Amazon SES: that it is, or was, meant to be one. */
  public boolean isMeant() {
    return !regions.isEmpty();
  }

  private static Optional<MailFromFault> ofMx(
      Answer mx, List<String> regions, Set<String> expected) {
    List<String> exchanges = exchanges(mx);
    if (mx instanceof Answer.Failed) {
      return Optional.of(MailFromFault.MX_UNTOLD);
    }
    if (exchanges.isEmpty()) {
      return Optional.of(MailFromFault.MX_MISSING);
    }
    if (exchanges.size() > 1) {
      return Optional.of(MailFromFault.MX_SEVERAL);
    }
    if (exchanges.get(0).isEmpty()) {
      return Optional.of(MailFromFault.MX_NULL);
    }
    if (regions.isEmpty()) {
      return Optional.of(MailFromFault.MX_ELSEWHERE);
    }
    return expected.isEmpty() || expected.contains(regions.get(0))
        ? Optional.empty()
        : Optional.of(MailFromFault.MX_OTHER_REGION);
  }

  private static Optional<MailFromFault> ofSpf(DomainName name, SpfLookup spf, Lookup lookup) {
    if (spf.failed()) {
      return Optional.of(MailFromFault.SPF_UNTOLD);
    }
    if (spf.isAmbiguous()) {
      return Optional.of(MailFromFault.SPF_SEVERAL);
    }
    if (spf.record().isEmpty()) {
      return Optional.of(MailFromFault.SPF_MISSING);
    }
    if (!spf.record().get().faults().isEmpty()) {
      return Optional.of(MailFromFault.SPF_BROKEN);
    }
    SpfTree tree = SpfTree.of(name, lookup);
    if (tree.leadsTo(INCLUDED)) { // itself, or by the record of a region, which includes it
      return Optional.empty();
    }
    return Optional.of(tree.isWhole() ? MailFromFault.SPF_WITHOUT_SES : MailFromFault.SPF_UNTOLD);
  }

  private static List<String> exchanges(Answer mx) {
    return mx.found().stream()
        .filter(r -> r.data() instanceof MailExchange)
        .map(r -> ((MailExchange) r.data()).exchange())
        .toList();
  }

  private static Optional<String> region(String exchange) {
    Matcher matcher = EXCHANGE.matcher(exchange);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
