package dmarcreports.analysis.sums;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is too little to judge a policy by.
 *
 * @param seen how much of it there is, less than needed
 */
public record Shortage(Of of, long seen) {
  /** What there is too little of. */
  public enum Of {
    /** Days with reports. */
    DAYS(14),
    /** Reporters whose verdicts do not contradict their own checks. */
    REPORTERS(2),
    /** Messages that pass. */
    PASSING(100);

    private final long needed;

    Of(long needed) {
      this.needed = needed;
    }

    /** From how many on it is enough. */
    public long needed() {
      return needed;
    }

    /** The word for it in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All that is too little; empty where it is enough. */
  public static List<Shortage> of(long days, long reporters, long passing) {
    List<Shortage> shortages = new ArrayList<>();
    add(Of.DAYS, days, shortages);
    add(Of.REPORTERS, reporters, shortages);
    add(Of.PASSING, passing, shortages);
    return shortages;
  }

  private static void add(Of of, long seen, List<Shortage> to) {
    if (seen < of.needed) {
      to.add(new Shortage(of, seen));
    }
  }
}
