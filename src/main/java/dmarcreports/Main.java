package dmarcreports;

/** Placeholder of the first commit's build. */
public final class Main {
  private Main() {}

  /** Does nothing yet. */
  public static void main(String... args) {}
}
