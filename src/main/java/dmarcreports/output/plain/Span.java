package dmarcreports.output.plain;

import java.time.Duration;

/** A time as a person reads it. */
public final class Span {
  private Span() {}

  /** The largest unit and the next: {@code 1 min 26 s}, {@code 2 h 5 min}, {@code 12 s}. */
  public static String of(Duration time) {
    long seconds = time.toSeconds();
    long minutes = seconds / 60;
    long hours = minutes / 60;
    if (hours > 0) {
      return hours + " h " + minutes % 60 + " min";
    }
    return (minutes > 0 ? minutes + " min " : "") + seconds % 60 + " s";
  }
}
