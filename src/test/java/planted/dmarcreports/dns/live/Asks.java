package planted.dmarcreports.dns.live;

/** What a planted class should not know. */
public final class Asks {
  private Asks() {}

  public static void ask() {}
}
