package dmarcreports.dns.spf;

import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.spf.SpfTerm.Directive;
import dmarcreports.dns.spf.SpfTerm.MechanismName;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A record and those that it leads to, whoever sends: the longest way that a check may take.
 *
 * @param domain whose record, as it is named
 * @param via the {@code include} or {@code redirect} that leads here; empty for the first
 * @param lookup what came; empty where nothing was asked
 * @param gap why nothing is known from here on
 * @param lookups how many terms ask DNS in this record and all below it
 * @param below the records that it leads to, in order
 */
public record SpfTree(
    String domain,
    Optional<SpfTerm> via,
    Optional<SpfLookup> lookup,
    Optional<Gap> gap,
    int lookups,
    List<SpfTree> below) {
  /** So many records are followed; more than receivers do. */
  public static final int MAX_RECORDS = 50;

  /** Why nothing is known of what a name leads to. */
  public enum Gap {
    /** The name depends on the mail. */
    MACRO,
    /** It is no name. */
    BAD_NAME,
    NO_RECORD,
    SEVERAL_RECORDS,
    BROKEN_RECORD,
    /** It cannot be told what is there. */
    UNTOLD,
    /** It leads back to itself: every receiver refuses it in the end. */
    LOOP,
    /** It was not asked for: there are too many. */
    NOT_FOLLOWED
  }

  /** Whether something more can be looked up within the limit. */
  public enum Fit {
    FITS,
    /** Some mail would be refused for it: permerror. */
    TOO_MANY,
    UNTOLD
  }

  /** Keeps its own copy of the list. */
  public SpfTree {
    below = List.copyOf(below);
  }

  /** The record of a domain, and those that it leads to. */
  public static SpfTree of(DomainName domain, Lookup lookup) {
    return new Walker(lookup).tree(domain.text(), Optional.empty());
  }

  /** Whether some mail is refused for it, since more terms ask DNS than may. */
  public boolean breaksLimit() {
    return lookups > SpfLimits.MAX_LOOKUPS || has(Set.of(Gap.LOOP));
  }

  /** Whether a record of that domain counts in it, included or in place of another. */
  public boolean leadsTo(DomainName other) {
    return below.stream()
        .anyMatch(
            tree ->
                DnsName.ofBytes(tree.domain).equals(Optional.of(DnsName.of(other)))
                    || tree.leadsTo(other));
  }

  /** Whether all of it is known. */
  public boolean isWhole() {
    return !has(Set.of(Gap.MACRO, Gap.UNTOLD, Gap.NOT_FOLLOWED));
  }

  /**
   * Whether it can have more mechanisms.
   *
   * @param mechanisms as they would be written, such as {@code include:amazonses.com}
   */
  public Fit fit(String mechanisms, Lookup lookup) {
    SpfRecord added =
        SpfRecord.parse("v=spf1 " + mechanisms)
            .filter(r -> r.faults().isEmpty())
            .orElseThrow(() -> new IllegalArgumentException("no mechanisms: " + mechanisms));
    SpfTree more = new Walker(lookup).tree(domain, Optional.empty(), added, Optional.empty());
    if (breaksLimit() || more.breaksLimit() || lookups + more.lookups > SpfLimits.MAX_LOOKUPS) {
      return Fit.TOO_MANY;
    }
    boolean known = isWhole() && more.isWhole() && gap.filter(g -> g != Gap.NO_RECORD).isEmpty();
    return known ? Fit.FITS : Fit.UNTOLD;
  }

  private boolean has(Set<Gap> gaps) {
    return gap.filter(gaps::contains).isPresent() || below.stream().anyMatch(t -> t.has(gaps));
  }

  /** Follows the names, each no further than it leads to itself. */
  private static final class Walker {
    private final Lookup lookup;
    private final Set<String> above = new TreeSet<>();
    private int records;

    Walker(Lookup lookup) {
      this.lookup = lookup;
    }

    SpfTree tree(String domain, Optional<SpfTerm> via) {
      Optional<DnsName> name = DnsName.ofBytes(domain);
      if (name.isEmpty()) {
        return gap(domain, via, Optional.empty(), Gap.BAD_NAME);
      }
      if (above.contains(name.get().text())) {
        return gap(domain, via, Optional.empty(), Gap.LOOP);
      }
      if (++records > MAX_RECORDS) {
        return gap(domain, via, Optional.empty(), Gap.NOT_FOLLOWED);
      }
      SpfLookup found = SpfLookup.of(name.get(), lookup);
      Optional<Gap> gap = gapOf(found);
      if (gap.isPresent()) {
        return gap(domain, via, Optional.of(found), gap.get());
      }
      above.add(name.get().text());
      SpfTree tree = tree(domain, via, found.record().orElseThrow(), Optional.of(found));
      above.remove(name.get().text());
      return tree;
    }

    SpfTree tree(
        String domain, Optional<SpfTerm> via, SpfRecord record, Optional<SpfLookup> found) {
      List<SpfTerm> terms = new ArrayList<>(record.directives());
      record.redirect().ifPresent(terms::add);
      expect(terms);
      List<SpfTree> below = new ArrayList<>();
      int lookups = 0;
      for (SpfTerm term : terms) {
        lookups += term.isLookup() ? 1 : 0;
        if (term.isLookup() && leadsOn(term)) {
          SpfTree next = next(term);
          below.add(next);
          lookups += next.lookups;
        }
      }
      return new SpfTree(domain, via, found, Optional.empty(), lookups, below);
    }

    /** As many as may still be followed. */
    private void expect(List<SpfTerm> terms) {
      lookup.expect(
          terms.stream()
              .filter(term -> term.isLookup() && leadsOn(term))
              .flatMap(term -> term.domain().flatMap(MacroText::constant).stream())
              .flatMap(name -> DnsName.ofBytes(name).stream())
              .filter(name -> !above.contains(name.text()))
              .limit(Math.max(0, MAX_RECORDS - records))
              .map(name -> new Question(name, RecordType.TXT))
              .toList());
    }

    private SpfTree next(SpfTerm term) {
      Optional<String> name = term.domain().flatMap(MacroText::constant);
      return name.isEmpty()
          ? gap(
              term.domain().map(MacroText::text).orElse(""),
              Optional.of(term),
              Optional.empty(),
              Gap.MACRO)
          : tree(name.get(), Optional.of(term));
    }

    private static boolean leadsOn(SpfTerm term) {
      return !(term instanceof Directive d) || d.mechanism() == MechanismName.INCLUDE;
    }

    private static Optional<Gap> gapOf(SpfLookup found) {
      if (found.failed()) {
        return Optional.of(Gap.UNTOLD);
      }
      if (found.isAmbiguous()) {
        return Optional.of(Gap.SEVERAL_RECORDS);
      }
      if (found.record().isEmpty()) {
        return Optional.of(Gap.NO_RECORD);
      }
      boolean broken = !found.record().get().faults().isEmpty();
      return broken ? Optional.of(Gap.BROKEN_RECORD) : Optional.empty();
    }

    private static SpfTree gap(
        String domain, Optional<SpfTerm> via, Optional<SpfLookup> lookup, Gap gap) {
      return new SpfTree(domain, via, lookup, Optional.of(gap), 0, List.of());
    }
  }
}
