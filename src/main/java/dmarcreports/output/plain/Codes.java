package dmarcreports.output.plain;

import dmarcreports.report.AlignmentMode;
import dmarcreports.report.Policy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Constants and shares as they are written in tables, records and JSON; the same in every language.
 */
public final class Codes {
  private Codes() {}

  /** The lower-case word for a constant. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The same; null where there is none. */
  public static Object word(Optional<? extends Enum<?>> constant) {
    return constant.map(Codes::word).orElse(null);
  }

  /** The strictest policy that would be safe; unknown where too little is seen to tell. */
  public static String ready(Optional<Policy> policy) {
    return policy.map(Codes::word).orElse("unknown");
  }

  /** {@code r} or {@code s}, as the record writes it; null where it is not published. */
  public static Object letter(Optional<AlignmentMode> mode) {
    return mode.map(one -> one == AlignmentMode.STRICT ? "s" : "r").orElse(null);
  }

  /** A share with four places, a number in JSON too; null where there is none. */
  public static Object rate(OptionalDouble rate) {
    return rate.isEmpty()
        ? null
        : BigDecimal.valueOf(rate.getAsDouble()).setScale(4, RoundingMode.HALF_UP);
  }
}
