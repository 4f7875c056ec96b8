package dmarcreports.output.json;

import dmarcreports.output.plain.Glue;
import dmarcreports.output.plain.Inert;
import dmarcreports.output.plain.Lines;
import dmarcreports.output.plain.Maps;
import dmarcreports.output.text.DigestItem;
import dmarcreports.output.text.Letter;
import dmarcreports.output.text.LetterPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A letter as Slack takes it. All text is plain: nothing in it calls for anybody, and nothing is a
 * link.
 */
public final class SlackJson {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_TEXT = 3_000;

  /** With headings and what else there is, fewer than the fifty blocks that are taken. */
  private static final int MOST_ITEMS = 20;

  private SlackJson() {}

  /** All of it, on one line. */
  public static String of(Letter letter) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(block("header", text(letter.title(), LONGEST_HEADER)));
    letter.lead().forEach(sentence -> blocks.add(section(sentence)));
    part(letter.newsTitle(), letter.news(), 0, letter, blocks);
    part(
        letter.language().say(LetterPhrase.TO_DO.of()),
        letter.open(),
        letter.moreOpen(),
        letter,
        blocks);
    blocks.add(
        Maps.of("type", "context", "elements", List.of(text(letter.details(), LONGEST_TEXT))));
    return Json.line(Maps.of("text", escaped(letter.subject()), "blocks", blocks));
  }

  private static void part(
      String heading,
      List<DigestItem> items,
      int more,
      Letter letter,
      List<Map<String, Object>> blocks) {
    if (items.isEmpty()) {
      return;
    }
    blocks.add(block("header", text(heading, LONGEST_HEADER)));
    List<DigestItem> shown = items.subList(0, Math.min(MOST_ITEMS, items.size()));
    for (DigestItem item : shown) {
      String label = letter.language().say(item.label().of());
      blocks.add(section(label + " · " + item.said(letter.topic(), letter.language())));
    }
    int left = more + items.size() - shown.size();
    if (left > 0) {
      blocks.add(section(letter.language().say(LetterPhrase.MORE.of(left))));
    }
  }

  private static Map<String, Object> section(String text) {
    return block("section", text(text, LONGEST_TEXT));
  }

  private static Map<String, Object> block(String type, Map<String, Object> text) {
    return Maps.of("type", type, "text", text);
  }

  private static Map<String, Object> text(String text, int longest) {
    String shown = Lines.cut(Glue.undone(Inert.line(text)), longest);
    return Maps.of("type", "plain_text", "text", shown, "emoji", false);
  }

  /** What notifications show is read for links and calls. */
  private static String escaped(String text) {
    return Glue.undone(Inert.line(text))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
