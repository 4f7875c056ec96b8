package dmarcreports.output.plain;

import java.util.Map;

/** Whether text is coloured. Nothing is told by colour alone. */
public enum Style {
  PLAIN(false),
  COLOURED(true);

  private static final String ESCAPE = "\u001b[";

  private final boolean coloured;

  Style(boolean coloured) {
    this.coloured = coloured;
  }

  /** How a piece of text stands out. */
  public enum Tint {
    NONE(""),
    HEADING("1"),
    BAD("1;31"),
    GOOD("32");

    private final String code;

    Tint(String code) {
      this.code = code;
    }
  }

  /**
   * Coloured on a terminal that knows how, unless {@code NO_COLOR} says otherwise.
   *
   * @param terminal whether what is written is shown on one
   */
  public static Style of(boolean terminal, Map<String, String> environment) {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    String kind = environment.getOrDefault("TERM", "dumb");
    return terminal && !refused && !kind.equals("dumb") && !kind.isEmpty() ? COLOURED : PLAIN;
  }

  public String tinted(Tint tint, String text) {
    return coloured && tint != Tint.NONE && !text.isEmpty()
        ? ESCAPE + tint.code + "m" + text + ESCAPE + "0m"
        : text;
  }
}
