package dmarcreports.dns.spf;

import dmarcreports.dns.spf.SpfFault.Breach;
import dmarcreports.dns.spf.SpfTerm.Directive;
import dmarcreports.dns.spf.SpfTerm.MechanismName;
import dmarcreports.dns.spf.SpfTerm.Modifier;
import dmarcreports.report.SourceIp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one word of a record (RFC 7208, 12). */
final class SpfWord {
  private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)=(.*)");
  private static final Pattern MECHANISM = Pattern.compile("([+?~-]?)([A-Za-z0-9_.-]*)(.*)");
  private static final Pattern PREFIXES = Pattern.compile("(?:/([0-9]+))?(?://([0-9]+))?$");
  private static final Pattern V4 = Pattern.compile("([0-9.]{7,15})(?:/(.*))?");
  private static final Pattern V6 = Pattern.compile("([0-9A-Fa-f:.]{2,45})(?:/(.*))?");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final SourceIp NO_V6 = new SourceIp("::");
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;

  /**
   * So many bits an IPv4 address that is written as one of IPv6 begins with (RFC 4291, 2.5.5.2).
   */
  private static final int ZEROS = 80;

  private final String text;
  private final int place;
  private final List<SpfFault> faults;

  private SpfWord(String text, int place, List<SpfFault> faults) {
    this.text = text;
    this.place = place;
    this.faults = faults;
  }

  /** The term that a word is; what is wrong with it is added to the faults. */
  static Optional<SpfTerm> read(String text, int place, List<SpfFault> faults) {
    SpfWord word = new SpfWord(text, place, faults);
    if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return word.broken(Breach.BAD_CHARACTER);
    }
    Matcher modifier = MODIFIER.matcher(text);
    if (modifier.matches()) {
      return word.modifier(modifier.group(1).toLowerCase(Locale.ROOT), modifier.group(2));
    }
    Matcher mechanism = MECHANISM.matcher(text);
    if (!mechanism.matches()) {
      return word.broken(Breach.UNKNOWN_MECHANISM);
    }
    Optional<MechanismName> name = MechanismName.named(mechanism.group(2));
    return name.isEmpty()
        ? word.broken(Breach.UNKNOWN_MECHANISM)
        : word.mechanism(qualifier(mechanism.group(1)), name.get(), mechanism.group(3));
  }

  private Optional<SpfTerm> broken(Breach breach) {
    faults.add(new SpfFault(breach, place, text));
    return Optional.empty();
  }

  private Optional<SpfTerm> modifier(String name, String value) {
    boolean known = name.equals(Modifier.REDIRECT) || name.equals(Modifier.EXP);
    if (MacroText.parse(value).isEmpty()) {
      return broken(Breach.BAD_MACRO);
    }
    Optional<MacroText> domain = known ? MacroText.parseDomain(value) : Optional.empty();
    return known && domain.isEmpty()
        ? broken(Breach.BAD_DOMAIN)
        : Optional.of(new Modifier(place, text, name, domain));
  }

  private Optional<SpfTerm> mechanism(SpfQualifier qualifier, MechanismName name, String rest) {
    boolean valued = rest.startsWith(":");
    String value = valued ? rest.substring(1) : rest;
    return switch (name) {
      case ALL ->
          rest.isEmpty()
              ? term(qualifier, name, Optional.empty(), Optional.empty(), V4_BITS, V6_BITS)
              : broken(Breach.ARGUMENT_UNEXPECTED);
      case INCLUDE, EXISTS ->
          valued ? named(qualifier, name, value) : broken(Breach.ARGUMENT_MISSING);
      case PTR ->
          rest.isEmpty()
              ? term(qualifier, name, Optional.empty(), Optional.empty(), V4_BITS, V6_BITS)
              : valued ? named(qualifier, name, value) : broken(Breach.ARGUMENT_UNEXPECTED);
      case A, MX -> hosts(qualifier, name, valued, value);
      case IP4 -> valued ? ip4(qualifier, value) : broken(Breach.ARGUMENT_MISSING);
      case IP6 -> valued ? ip6(qualifier, value) : broken(Breach.ARGUMENT_MISSING);
    };
  }

  private Optional<SpfTerm> named(SpfQualifier qualifier, MechanismName name, String value) {
    return domain(value)
        .flatMap(d -> term(qualifier, name, Optional.of(d), Optional.empty(), V4_BITS, V6_BITS));
  }

  private Optional<SpfTerm> hosts(
      SpfQualifier qualifier, MechanismName name, boolean valued, String value) {
    Matcher prefixes = PREFIXES.matcher(value);
    if (!prefixes.find()) {
      return broken(Breach.BAD_PREFIX);
    }
    String domain = value.substring(0, prefixes.start());
    int prefix4 = prefix(prefixes.group(1), V4_BITS);
    int prefix6 = prefix(prefixes.group(2), V6_BITS);
    if (prefix4 < 0 || prefix6 < 0 || !valued && !domain.isEmpty()) {
      return broken(Breach.BAD_PREFIX);
    }
    if (!valued) {
      return term(qualifier, name, Optional.empty(), Optional.empty(), prefix4, prefix6);
    }
    return domain(domain)
        .flatMap(d -> term(qualifier, name, Optional.of(d), Optional.empty(), prefix4, prefix6));
  }

  private Optional<SpfTerm> ip4(SpfQualifier qualifier, String value) {
    Matcher address = V4.matcher(value);
    Optional<SourceIp> ip = address.matches() ? SourceIp.parse(address.group(1)) : Optional.empty();
    if (ip.isEmpty()) {
      return broken(Breach.BAD_ADDRESS);
    }
    int prefix = prefix(address.group(2), V4_BITS);
    return prefix < 0
        ? broken(Breach.BAD_PREFIX)
        : ranged(qualifier, MechanismName.IP4, Optional.of(new IpRange(ip.get(), prefix)));
  }

  private Optional<SpfTerm> ip6(SpfQualifier qualifier, String value) {
    Matcher address = V6.matcher(value);
    boolean colons = value.indexOf(':') != value.lastIndexOf(':');
    Optional<SourceIp> ip =
        colons && address.matches() ? SourceIp.parse(address.group(1)) : Optional.empty();
    if (ip.isEmpty()) {
      return broken(Breach.BAD_ADDRESS);
    }
    int prefix = prefix(address.group(2), V6_BITS);
    if (prefix < 0) {
      return broken(Breach.BAD_PREFIX);
    }
    // no client over IPv6 has an address that stands for one of IPv4
    boolean mapped = ip.get().isV4();
    Optional<IpRange> range =
        mapped
            ? Optional.of(new IpRange(NO_V6, prefix)).filter(r -> prefix <= ZEROS)
            : Optional.of(new IpRange(ip.get(), prefix));
    return ranged(qualifier, MechanismName.IP6, range);
  }

  private Optional<SpfTerm> ranged(
      SpfQualifier qualifier, MechanismName name, Optional<IpRange> range) {
    return term(qualifier, name, Optional.empty(), range, V4_BITS, V6_BITS);
  }

  private Optional<SpfTerm> term(
      SpfQualifier qualifier,
      MechanismName name,
      Optional<MacroText> domain,
      Optional<IpRange> range,
      int prefix4,
      int prefix6) {
    return Optional.of(
        new Directive(place, text, qualifier, name, domain, range, prefix4, prefix6));
  }

  private Optional<MacroText> domain(String value) {
    Optional<MacroText> domain = MacroText.parseDomain(value);
    if (domain.isEmpty()) {
      Breach breach = MacroText.parse(value).isEmpty() ? Breach.BAD_MACRO : Breach.BAD_DOMAIN;
      faults.add(new SpfFault(value.isEmpty() ? Breach.ARGUMENT_MISSING : breach, place, text));
    }
    return domain;
  }

  private static SpfQualifier qualifier(String sign) {
    for (SpfQualifier one : SpfQualifier.values()) {
      if (sign.equals(String.valueOf(one.sign()))) {
        return one;
      }
    }
    return SpfQualifier.PASS;
  }

  /** The number of bits; all where none is said, -1 where it is no number or one too large. */
  private static int prefix(@Nullable String written, int most) {
    if (written == null) {
      return most;
    }
    return NUMBER.matcher(written).matches() && Integer.parseInt(written) <= most
        ? Integer.parseInt(written)
        : -1;
  }
}
