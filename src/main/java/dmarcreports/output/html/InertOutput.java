package dmarcreports.output.html;

import dmarcreports.output.plain.Inert;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where templates write: whatever they are given is made inert, then escaped; and days in sentences
 * are marked as such, so that no line breaks within one.
 */
final class InertOutput implements HtmlTemplateOutput {
  private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

  /** Where no mark may stand, or none is needed. */
  private static final Set<String> UNMARKED =
      Set.of("title", "code", "time", "span", "tbody", "th", "td", "text");

  private final HtmlTemplateOutput escaping;
  private boolean marking;

  InertOutput(Writer to) {
    this.escaping = new OwaspHtmlTemplateOutput(new WriterOutput(to));
  }

  @Override
  public void writeUserContent(String text) {
    if (text == null) {
      return;
    }
    String inert = Inert.line(text);
    Matcher day = DAY.matcher(inert);
    int from = 0;
    while (marking && day.find()) {
      escaping.writeUserContent(inert.substring(from, day.start()));
      escaping.writeContent("<time>");
      escaping.writeUserContent(day.group());
      escaping.writeContent("</time>");
      from = day.end();
    }
    escaping.writeUserContent(inert.substring(from));
  }

  @Override
  public void setContext(String tag, @Nullable String attribute) {
    marking = attribute == null && !UNMARKED.contains(tag);
    escaping.setContext(tag, attribute);
  }

  @Override
  public void writeContent(String own) {
    escaping.writeContent(own);
  }

  @Override
  public void writeContent(String own, int begin, int end) {
    escaping.writeContent(own, begin, end);
  }
}
