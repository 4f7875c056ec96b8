package dmarcreports.output.html;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Where something is drawn. */
final class Places {
  private static final int DECIMALS = 2;

  private Places() {}

  /** A share of a width or height, in per cent. */
  static String percent(double share) {
    return number(share * 100) + "%";
  }

  /** In few characters. */
  static String number(double number) {
    String text =
        BigDecimal.valueOf(number)
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return text.startsWith("0.") ? text.substring(1) : text;
  }
}
