package dmarcreports.spark.seam;

import java.io.IOException;

/** What a user has to change before it can run, in one line. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says why, and what to do. */
  public Refused(String why) {
    super(why);
  }
}
