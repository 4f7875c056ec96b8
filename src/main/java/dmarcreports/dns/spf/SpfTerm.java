package dmarcreports.dns.spf;

import java.util.Locale;
import java.util.Optional;

/** A word of an SPF record (RFC 7208, 4.6.1). */
public sealed interface SpfTerm {
  /** Where it begins in the record. */
  int place();

  /** As it is written. */
  String text();

  /** The domain that it names; empty where it names none. */
  Optional<MacroText> domain();

  /** Whether it counts among the ten that ask DNS (RFC 7208, 4.6.4). */
  boolean isLookup();

  /** The mechanisms (RFC 7208, 5). */
  enum MechanismName {
    ALL(false),
    INCLUDE(true),
    A(true),
    MX(true),
    PTR(true),
    IP4(false),
    IP6(false),
    EXISTS(true);

    private final boolean lookup;

    MechanismName(boolean lookup) {
      this.lookup = lookup;
    }

    /** As it is written. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The mechanism of that name, in whatever case. */
    static Optional<MechanismName> named(String text) {
      for (MechanismName one : values()) {
        if (one.text().equalsIgnoreCase(text)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A mechanism and what it leads to.
   *
   * @param domain for {@code a}, {@code mx} and {@code ptr}: empty where it is the one checked
   * @param range the addresses of {@code ip4} and {@code ip6}; empty where no client can have one
   * @param prefix4 how many bits of an IPv4 address of {@code a} and {@code mx} count
   * @param prefix6 how many of an IPv6 address
   */
  record Directive(
      int place,
      String text,
      SpfQualifier qualifier,
      MechanismName mechanism,
      Optional<MacroText> domain,
      Optional<IpRange> range,
      int prefix4,
      int prefix6)
      implements SpfTerm {
    @Override
    public boolean isLookup() {
      return mechanism.lookup;
    }
  }

  /**
   * A modifier.
   *
   * @param name in lower case
   * @param domain the value of {@code redirect} and {@code exp}; empty for others
   */
  record Modifier(int place, String text, String name, Optional<MacroText> domain)
      implements SpfTerm {
    /** Where the record of another domain counts (RFC 7208, 6.1). */
    public static final String REDIRECT = "redirect";

    /** Where the explanation of a fail lies (RFC 7208, 6.2). */
    public static final String EXP = "exp";

    @Override
    public boolean isLookup() {
      return name.equals(REDIRECT);
    }
  }
}
