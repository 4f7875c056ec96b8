package dmarcreports.output.html.view;

import java.util.List;
import java.util.Optional;

/**
 * A letter as a mail program shows it.
 *
 * @param language its code
 * @param style what is so in the dark and on phones
 * @param share how much of the mail passes, in whole per cent of the width; empty where there is
 *     none with a verdict
 * @param parts headings, and what stands below each
 * @param details where the rest is to be read
 */
public record LetterView(
    String language,
    String style,
    String subject,
    String title,
    List<String> lead,
    Optional<Share> share,
    List<Part> parts,
    String details,
    String madeBy) {

  /** Two parts of a bar that together are all of it. */
  public record Share(int pass, int fail) {}

  /**
   * Items below a heading.
   *
   * @param ranked whether they are numbered, not labelled
   * @param more how many more there are, in words
   */
  public record Part(String heading, boolean ranked, List<Item> items, Optional<String> more) {}

  /**
   * One item.
   *
   * @param kind a word for its colour: {@code bad}, {@code good} or {@code calm}
   */
  public record Item(String label, String kind, String text) {}
}
