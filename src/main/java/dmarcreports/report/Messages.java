package dmarcreports.report;

/** Numbers of messages, which reporters make up: what is too many stays the greatest number. */
public final class Messages {
  private Messages() {}

  /** The sum of two numbers, or the greatest number where it is more. */
  public static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
