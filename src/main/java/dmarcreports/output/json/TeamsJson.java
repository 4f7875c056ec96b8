package dmarcreports.output.json;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.plain.Maps;
import dmarcreports.output.text.DigestItem;
import dmarcreports.output.text.Letter;
import dmarcreports.output.text.LetterPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A letter as a workflow of Microsoft Teams takes it: an Adaptive Card. All text stands in runs,
 * which are not read for links or marks.
 */
public final class TeamsJson {
  /** What a message may be, with room for what Teams adds. */
  private static final int MOST_BYTES = 26_000;

  private final Letter letter;

  private TeamsJson(Letter letter) {
    this.letter = letter;
  }

  /** As much of it as a message may hold, on one line. */
  public static String of(Letter letter) {
    TeamsJson json = new TeamsJson(letter);
    int items = letter.news().size();
    String message = json.message(items);
    while (message.length() > MOST_BYTES && items > 0) {
      items /= 2;
      message = json.message(items);
    }
    return message;
  }

  private String message(int items) {
    List<Map<String, Object>> body = new ArrayList<>();
    body.add(block(List.of(run(letter.title(), "Large", true)), false));
    letter.lead().forEach(one -> body.add(block(List.of(plain(one)), false)));
    part(letter.newsTitle(), letter.news().subList(0, items), letter.news().size(), body);
    part(
        say(LetterPhrase.TO_DO.of()),
        letter.open(),
        letter.open().size() + letter.moreOpen(),
        body);
    body.add(block(List.of(run(letter.details(), "Small", false)), true));
    Map<String, Object> card =
        Maps.of(
            "type",
            "AdaptiveCard",
            "version",
            "1.4",
            "fallbackText",
            Inert.line(letter.subject()),
            "msteams",
            Map.of("width", "Full"),
            "body",
            body);
    return Json.line(
        Maps.of(
            "type",
            "message",
            "attachments",
            List.of(
                Maps.of(
                    "contentType",
                    "application/vnd.microsoft.card.adaptive",
                    "contentUrl",
                    null,
                    "content",
                    card))));
  }

  private String say(Saying saying) {
    return letter.language().say(saying);
  }

  private void part(
      String heading, List<DigestItem> items, int all, List<Map<String, Object>> body) {
    if (all == 0) {
      return;
    }
    body.add(block(List.of(run(heading, "Medium", true)), true));
    for (DigestItem item : items) {
      body.add(
          block(
              List.of(
                  run(say(item.label().of()) + "  ", "Default", true),
                  plain(item.said(letter.topic(), letter.language()))),
              false));
    }
    if (items.size() < all) {
      body.add(block(List.of(plain(say(LetterPhrase.MORE.of(all - items.size())))), false));
    }
  }

  private static Map<String, Object> block(List<Map<String, Object>> runs, boolean apart) {
    return Maps.of("type", "RichTextBlock", "separator", apart, "inlines", runs);
  }

  private static Map<String, Object> plain(String text) {
    return run(text, "Default", false);
  }

  private static Map<String, Object> run(String text, String size, boolean bold) {
    return Maps.of(
        "type",
        "TextRun",
        "text",
        Glue.undone(Inert.line(text)),
        "size",
        size,
        "weight",
        bold ? "Bolder" : "Default");
  }
}
