package dmarcreports.dns.spf;

import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.spf.MechanismCheck.Ending;
import dmarcreports.dns.spf.SpfCheck.Exchange;
import dmarcreports.dns.spf.SpfCheck.TermCheck;
import dmarcreports.dns.spf.SpfCheck.TermEnd;
import dmarcreports.dns.spf.SpfTerm.Directive;
import dmarcreports.dns.spf.SpfTerm.MechanismName;
import dmarcreports.dns.spf.SpfTerm.Modifier;
import dmarcreports.report.SpfResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The function of RFC 7208, 4, from which it takes its name. */
final class CheckHost {
  /** A term, and how it ended. */
  private record Evaluated(TermCheck term, Ending ending) {}

  private static final String LITERAL = "[";

  private final Lookup lookup;
  private final SpfBudget budget;
  private final MacroExpansion macros;
  private final MechanismCheck mechanisms;

  CheckHost(SpfIdentity identity, Lookup lookup, SpfBudget budget, ValidatedNames names) {
    this.lookup = lookup;
    this.budget = budget;
    this.macros = new MacroExpansion(identity, names);
    this.mechanisms = new MechanismCheck(identity.ip(), budget, names);
  }

  /** The check of a domain, and of all that its record leads to. */
  SpfCheck check(String domain) {
    Optional<DnsName> name = name(domain);
    if (name.isEmpty()) {
      return ended(domain, Optional.empty(), SpfCause.BAD_NAME, List.of());
    }
    SpfLookup found = SpfLookup.of(name.get(), lookup);
    Optional<SpfCause> refused = refused(found);
    return refused
        .map(cause -> ended(domain, Optional.of(found), cause, List.of()))
        .orElseGet(() -> evaluated(domain, found));
  }

  private static Optional<DnsName> name(String domain) {
    boolean dotted = domain.indexOf('.') > 0 && domain.indexOf('.') < domain.length() - 1;
    return dotted && !domain.startsWith(LITERAL) ? DnsName.ofBytes(domain) : Optional.empty();
  }

  private static Optional<SpfCause> refused(SpfLookup found) {
    if (found.failed()) {
      return Optional.of(SpfCause.LOOKUP_FAILED);
    }
    if (found.isAmbiguous()) {
      return Optional.of(SpfCause.SEVERAL_RECORDS);
    }
    if (found.record().isEmpty()) {
      return Optional.of(SpfCause.NO_RECORD);
    }
    boolean broken = !found.record().get().faults().isEmpty();
    return broken ? Optional.of(SpfCause.BROKEN_RECORD) : Optional.empty();
  }

  private SpfCheck evaluated(String domain, SpfLookup found) {
    SpfRecord record = found.record().orElseThrow();
    List<TermCheck> terms = new ArrayList<>();
    for (Directive directive : record.directives()) {
      Evaluated evaluated = evaluated(directive, domain);
      terms.add(evaluated.term);
      if (evaluated.ending.error().isPresent()) {
        return ended(domain, Optional.of(found), evaluated.ending.error().get(), terms);
      }
      if (evaluated.ending.matches()) {
        return new SpfCheck(
            domain,
            Optional.of(found),
            directive.qualifier().result(),
            Optional.empty(),
            Optional.of(directive),
            terms);
      }
    }
    return record
        .redirect()
        .map(redirect -> redirected(domain, found, redirect, terms))
        .orElseGet(() -> ended(domain, Optional.of(found), SpfCause.NO_MATCH, terms));
  }

  private Evaluated evaluated(Directive directive, String domain) {
    String target = target(directive, domain);
    List<Exchange> exchanges = new ArrayList<>(budget.takeExchanges());
    Optional<SpfCheck> inner = Optional.empty();
    Ending ending;
    if (isTooMuch(directive)) {
      ending = Ending.error(SpfCause.TOO_MANY_LOOKUPS);
    } else if (directive.mechanism() == MechanismName.INCLUDE) {
      inner = Optional.of(check(target));
      ending = included(inner.get());
    } else {
      ending = mechanisms.check(directive, target);
    }
    exchanges.addAll(budget.takeExchanges());
    return new Evaluated(new TermCheck(directive, target, exchanges, end(ending), inner), ending);
  }

  private SpfCheck redirected(
      String domain, SpfLookup found, Modifier redirect, List<TermCheck> terms) {
    String target = target(redirect, domain);
    List<Exchange> exchanges = budget.takeExchanges();
    Optional<SpfCheck> inner = isTooMuch(redirect) ? Optional.empty() : Optional.of(check(target));
    terms.add(new TermCheck(redirect, target, exchanges, TermEnd.STOPPED, inner));
    if (inner.isEmpty()) {
      return ended(domain, Optional.of(found), SpfCause.TOO_MANY_LOOKUPS, terms);
    }
    SpfCheck other = inner.get();
    return other.result() == SpfResult.NONE
        ? ended(domain, Optional.of(found), SpfCause.NOTHING_THERE, terms)
        : new SpfCheck(
            domain, Optional.of(found), other.result(), other.cause(), Optional.empty(), terms);
  }

  private String target(SpfTerm term, String domain) {
    boolean named =
        !(term instanceof Directive d)
            || switch (d.mechanism()) {
              case ALL, IP4, IP6 -> false;
              case INCLUDE, A, MX, PTR, EXISTS -> true;
            };
    return named ? term.domain().map(text -> macros.name(text, domain)).orElse(domain) : "";
  }

  private boolean isTooMuch(SpfTerm term) {
    if (term.isLookup()) {
      budget.count();
    }
    return term.isLookup() && budget.hasTooManyLookups();
  }

  private static Ending included(SpfCheck inner) {
    return switch (inner.result()) {
      case PASS -> Ending.of(true);
      case FAIL, SOFTFAIL, NEUTRAL, POLICY -> Ending.of(false);
      case NONE -> Ending.error(SpfCause.NOTHING_THERE);
      case TEMPERROR, PERMERROR -> Ending.error(inner.cause().orElseThrow());
    };
  }

  private static TermEnd end(Ending ending) {
    if (ending.error().isPresent()) {
      return TermEnd.STOPPED;
    }
    return ending.matches() ? TermEnd.MATCH : TermEnd.NO_MATCH;
  }

  private static SpfCheck ended(
      String domain, Optional<SpfLookup> found, SpfCause cause, List<TermCheck> terms) {
    return new SpfCheck(domain, found, cause.result(), Optional.of(cause), Optional.empty(), terms);
  }
}
