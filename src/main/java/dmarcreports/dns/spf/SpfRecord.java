package dmarcreports.dns.spf;

import dmarcreports.dns.spf.SpfFault.Breach;
import dmarcreports.dns.spf.SpfRemark.Oddity;
import dmarcreports.dns.spf.SpfTerm.Directive;
import dmarcreports.dns.spf.SpfTerm.MechanismName;
import dmarcreports.dns.spf.SpfTerm.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SPF record (RFC 7208, 4.5, 4.6), whatever is wrong with it.
 *
 * @param text the whole record, its strings joined
 * @param terms the words that can be read, in order
 * @param faults those that cannot: with any of them, receivers refuse the record whole
 */
public record SpfRecord(String text, List<SpfTerm> terms, List<SpfFault> faults) {
  private static final String VERSION = "v=spf1";
  private static final Pattern WORD = Pattern.compile("[^ ]+");
  private static final String V = "v";

  /** Keeps its own copies. */
  public SpfRecord {
    terms = List.copyOf(terms);
    faults = List.copyOf(faults);
  }

  /** The record of a text; empty where the text is no SPF record (RFC 7208, 4.5). */
  public static Optional<SpfRecord> parse(String text) {
    if (!isRecord(text)) {
      return Optional.empty();
    }
    List<SpfTerm> terms = new ArrayList<>();
    List<SpfFault> faults = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    for (int from = VERSION.length(); word.find(from); from = word.end()) {
      SpfWord.read(word.group(), word.start(), faults).ifPresent(terms::add);
    }
    Set<String> names = new HashSet<>();
    for (SpfTerm term : terms) {
      if (term instanceof Modifier modifier
          && modifier.domain().isPresent()
          && !names.add(modifier.name())) {
        faults.add(new SpfFault(Breach.DUPLICATE_MODIFIER, term.place(), term.text()));
      }
    }
    faults.sort(Comparator.comparingInt(SpfFault::place));
    return Optional.of(new SpfRecord(text, terms, faults));
  }

  /** Whether receivers see a record in the text. */
  static boolean isRecord(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith(VERSION)
        && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
  }

  /** Its mechanisms up to the first {@code all}, which ends it. */
  public List<Directive> directives() {
    List<Directive> directives = new ArrayList<>();
    for (SpfTerm term : terms) {
      if (term instanceof Directive directive) {
        directives.add(directive);
        if (directive.mechanism() == MechanismName.ALL) {
          break;
        }
      }
    }
    return directives;
  }

  /** The {@code all} that ends it. */
  public Optional<Directive> all() {
    List<Directive> directives = directives();
    return directives.stream().filter(d -> d.mechanism() == MechanismName.ALL).findFirst();
  }

  /**
   * Where another record counts, if none of its mechanisms matches; nowhere where one always does.
   */
  public Optional<Modifier> redirect() {
    return all().isPresent() ? Optional.empty() : modifier(Modifier.REDIRECT);
  }

  /** The first modifier of that name. */
  public Optional<Modifier> modifier(String name) {
    return terms.stream()
        .filter(term -> term instanceof Modifier)
        .map(term -> (Modifier) term)
        .filter(modifier -> modifier.name().equals(name))
        .findFirst();
  }

  /** What is allowed and strikes all the same, by place. */
  public List<SpfRemark> remarks() {
    List<SpfRemark> remarks = new ArrayList<>();
    Set<String> words = new HashSet<>();
    boolean ends = all().isPresent();
    boolean ended = false;
    for (SpfTerm term : terms) {
      boolean idle = term instanceof Directive ? ended : ends;
      oddity(term, idle).ifPresent(o -> remarks.add(new SpfRemark(o, term.place(), term.text())));
      if (!words.add(term.text().toLowerCase(Locale.ROOT))) {
        remarks.add(new SpfRemark(Oddity.REPEATED, term.place(), term.text()));
      }
      ended |= term instanceof Directive d && d.mechanism() == MechanismName.ALL;
    }
    if (!ended && modifier(Modifier.REDIRECT).isEmpty()) {
      remarks.add(new SpfRemark(Oddity.NO_END, text.length(), ""));
    }
    return remarks;
  }

  private static Optional<Oddity> oddity(SpfTerm term, boolean idle) {
    if (term instanceof Directive directive) {
      if (idle) {
        return Optional.of(Oddity.AFTER_ALL);
      }
      return switch (directive.mechanism()) {
        case ALL ->
            directive.qualifier() == SpfQualifier.PASS
                ? Optional.of(Oddity.PASS_ALL)
                : Optional.empty();
        case PTR -> Optional.of(Oddity.PTR);
        case INCLUDE, A, MX, IP4, IP6, EXISTS -> Optional.empty();
      };
    }
    Modifier modifier = (Modifier) term;
    if (modifier.domain().isPresent()) {
      return idle && modifier.name().equals(Modifier.REDIRECT)
          ? Optional.of(Oddity.AFTER_ALL)
          : Optional.empty();
    }
    if (modifier.name().equals(V)) {
      return Optional.of(Oddity.SECOND_VERSION);
    }
    return Optional.of(
        MechanismName.named(modifier.name()).isPresent()
            ? Oddity.MECHANISM_AS_MODIFIER
            : Oddity.UNKNOWN_MODIFIER);
  }
}
