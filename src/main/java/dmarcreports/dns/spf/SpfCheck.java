package dmarcreports.dns.spf;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Question;
import dmarcreports.dns.spf.SpfTerm.Directive;
import dmarcreports.report.SpfResult;
import java.util.List;
import java.util.Optional;

/**
 * The check of one domain (RFC 7208, 4), and in it those that its record leads to: a tree.
 *
 * @param domain whose record, as it was named
 * @param lookup what came for it; empty where nothing was asked
 * @param result what the check comes to
 * @param cause why, where no mechanism of this very record matched
 * @param matched the mechanism that did
 * @param terms what was evaluated, in order
 */
public record SpfCheck(
    String domain,
    Optional<SpfLookup> lookup,
    SpfResult result,
    Optional<SpfCause> cause,
    Optional<Directive> matched,
    List<TermCheck> terms) {

  /** Keeps its own copy of the list. */
  public SpfCheck {
    terms = List.copyOf(terms);
  }

  /** How the evaluation of a term ended. */
  public enum TermEnd {
    MATCH,
    NO_MATCH,
    /** With an error, which ends the whole check, or with the result of a {@code redirect}. */
    STOPPED
  }

  /** A question that a term put to DNS, and what came. */
  public record Exchange(Question question, Answer answer) {}

  /**
   * The evaluation of one term.
   *
   * @param target the name that it is about, its macros put in; empty where it has none
   * @param exchanges what was asked for it; for an {@code include}, what its own check asks is
   *     there
   * @param inner the check of the domain that it leads to
   */
  public record TermCheck(
      SpfTerm term,
      String target,
      List<Exchange> exchanges,
      TermEnd end,
      Optional<SpfCheck> inner) {
    /** Keeps its own copy of the list. */
    public TermCheck {
      exchanges = List.copyOf(exchanges);
    }
  }
}
