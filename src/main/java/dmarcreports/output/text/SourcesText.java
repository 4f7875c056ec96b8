package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.SourceFindings;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Lines;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.output.wording.Words;
import dmarcreports.report.SourceIp;
import java.util.List;

/** Where the failing mail of one domain comes from, address by address. */
final class SourcesText {
  private static final int SOURCES = 20;

  private SourcesText() {}

  /**
   * @param all whether addresses without failing mail are listed as well
   */
  static void write(DomainFindings domain, boolean all, Language language, Paragraphs out) {
    List<SourceFindings> listed = all ? domain.sources() : domain.failingSources();
    if (listed.isEmpty()) {
      return;
    }
    List<SourceFindings> shown = listed.stream().limit(SOURCES).toList();
    String head = language.say(SourcesPhrase.ADDRESS);
    int width =
        shown.stream()
            .mapToInt(source -> Lines.width(address(source, language)))
            .max()
            .orElseThrow();
    width = Math.max(width, Lines.width(head));
    out.heading(language.say(all ? SourcesPhrase.SOURCES : SourcesPhrase.FAILING_SOURCES));
    out.wrapped(
        row(head, width, language.say(TextPhrase.MESSAGES), language.say(SourcesPhrase.FAILING)),
        "",
        language.say(SourcesPhrase.WHO_AND_WHAT));
    for (SourceFindings source : shown) {
      Tally tally = source.tally();
      String first = row(address(source, language), width, tally.messages(), tally.fail());
      out.wrapped(first, " ".repeat(Lines.width(first)), what(source, language));
    }
    if (listed.size() > SOURCES) {
      int more = listed.size() - SOURCES;
      out.whole("  ", language.say(TextPhrase.MORE_IN_LIST.of(more, "--format csv")));
    }
  }

  private static String row(String address, int width, Object messages, Object failing) {
    return "  " + Lines.left(address, width) + cell(messages) + cell(failing) + "  ";
  }

  private static String cell(Object content) {
    return " " + Lines.right(content.toString(), 8);
  }

  private static String what(SourceFindings source, Language language) {
    String sender = source.diagnosis().sender();
    String what = Words.of(source.diagnosis().streamClass(), language);
    return sender.isEmpty() ? what : language.say(SourcesPhrase.SENDER.of(sender, what));
  }

  private static String address(SourceFindings source, Language language) {
    return source
        .sourceIp()
        .map(SourceIp::text)
        .orElseGet(() -> language.say(SourcesPhrase.NONE_NAMED));
  }
}
