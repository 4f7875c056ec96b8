package dmarcreports.output.html.view;

import java.util.List;
import java.util.Optional;

/**
 * One policy domain.
 *
 * @param id where links to it lead
 * @param rate the share that passes
 * @param trend how that changes; empty where there are no two weeks to compare
 * @param meter how all its messages fared
 * @param nothing said in place of actions; empty where there are some
 * @param briefly actions for which there is no more room
 * @param asides what needs no action
 */
public record Domain(
    String id,
    String name,
    String verdict,
    String seen,
    String rate,
    Optional<Trend> trend,
    Meter meter,
    Optional<String> nothing,
    List<ActionView> actions,
    List<ActionView> closed,
    List<Brief> briefly,
    Optional<String> moreActions,
    List<Listing> asides,
    Optional<Chart> chart,
    Senders senders,
    Policy policy) {
  public Domain {
    actions = List.copyOf(actions);
    closed = List.copyOf(closed);
    briefly = List.copyOf(briefly);
    asides = List.copyOf(asides);
  }

  /** An action in a line. */
  public record Brief(String id, String rank, String headline, String effect) {}

  /** How the pass rate changes. */
  public record Trend(Course course, String word, String text) {
    /** Which way. */
    public enum Course {
      BETTER("up"),
      WORSE("down"),
      SAME("same");

      private final String word;

      Course(String word) {
        this.word = word;
      }

      /** In the style sheet. */
      public String word() {
        return word;
      }
    }
  }

  /** Things of one kind. */
  public record Listing(String heading, List<String> items, Optional<String> more) {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /**
   * What is published, and what could be.
   *
   * @param judged by each tag of the record
   */
  public record Policy(String published, List<Judged> judged, List<String> besides) {
    public Policy {
      judged = List.copyOf(judged);
      besides = List.copyOf(besides);
    }

    /** What one tag could say, and what is in the way of that. */
    public record Judged(String text, Optional<Listing> inTheWay) {}
  }
}
