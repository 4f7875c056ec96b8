package planted.dmarcreports.flow;

import picocli.CommandLine;

/** Breaks a rule of the house. */
public final class SeesPicocli {
  private SeesPicocli() {}

  static Class<?> broken() {
    return CommandLine.class;
  }
}
