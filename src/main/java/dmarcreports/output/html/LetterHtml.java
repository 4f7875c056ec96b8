package dmarcreports.output.html;

import dmarcreports.output.html.template.JteletterGenerated;
import dmarcreports.output.html.view.LetterView;
import dmarcreports.output.html.view.LetterView.Item;
import dmarcreports.output.html.view.LetterView.Part;
import dmarcreports.output.html.view.LetterView.Share;
import dmarcreports.output.text.DigestItem;
import dmarcreports.output.text.DigestPhrase;
import dmarcreports.output.text.Letter;
import dmarcreports.output.text.LetterPhrase;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A letter as HTML that mail programs show: tables, styles in their places, nothing from afar. */
public final class LetterHtml {
  private static final int WHOLE = 100;

  private final Letter letter;

  private LetterHtml(Letter letter) {
    this.letter = letter;
  }

  /**
   * The whole of it.
   *
   * @param passRate of the mail that it is about
   */
  public static String of(Letter letter, OptionalDouble passRate) {
    StringWriter writer = new StringWriter();
    LetterView view = new LetterHtml(letter).view(passRate);
    JteletterGenerated.render(new InertOutput(writer), null, view);
    return writer.toString();
  }

  private LetterView view(OptionalDouble passRate) {
    List<Part> parts = new ArrayList<>();
    part(letter.newsTitle(), letter.told(), letter.moreNews(), false, parts);
    part(say(LetterPhrase.TO_DO), letter.open(), letter.moreOpen(), true, parts);
    return new LetterView(
        letter.language().code(),
        Assets.LETTER_STYLE,
        letter.subject(),
        letter.title(),
        letter.lead(),
        passRate.isEmpty() ? Optional.empty() : Optional.of(share(passRate.getAsDouble())),
        parts,
        letter.details(),
        say(LetterPhrase.MADE_BY));
  }

  private String say(LetterPhrase phrase) {
    return letter.language().say(phrase.of());
  }

  /** Only what passes whole fills the bar, and only nothing leaves it empty. */
  private static Share share(double rate) {
    long near = Math.round(rate * WHOLE);
    int pass = (int) (rate > 0 && rate < 1 ? Math.max(1, Math.min(WHOLE - 1, near)) : near);
    return new Share(pass, WHOLE - pass);
  }

  private void part(
      String heading, List<DigestItem> items, int more, boolean ranked, List<Part> parts) {
    if (!items.isEmpty()) {
      List<Item> views = new ArrayList<>();
      for (DigestItem item : items) {
        String label =
            ranked ? Integer.toString(views.size() + 1) : letter.language().say(item.label().of());
        String text = item.said(letter.topic(), letter.language());
        views.add(new Item(label, ranked ? "calm" : kind(item.label()), text));
      }
      Optional<String> rest =
          more > 0
              ? Optional.of(letter.language().say(LetterPhrase.MORE.of(more)))
              : Optional.empty();
      parts.add(new Part(heading, ranked, views, rest));
    }
  }

  private static String kind(DigestPhrase label) {
    return switch (label) {
      case BACK_TO_DO, TO_DO, NEW_SOURCE -> "bad";
      case REPAIRED -> "good";
      default -> "calm";
    };
  }
}
