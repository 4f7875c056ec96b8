package dmarcreports.output.text;

import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Lines;
import dmarcreports.output.wording.PlainWords;
import dmarcreports.output.wording.Prose;
import dmarcreports.output.wording.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whose mail fails, in a line for each sender. */
final class BriefSenders {
  private static final int MOST = 10;

  /** As many are shown even where there is much to do. */
  private static final int LEAST = 3;

  /** A blank line, a heading, and how many more there are. */
  private static final int AROUND = 3;

  private static final int WIDTH = 80;
  private static final int NAME = 36;

  /** The blanks before, between and behind number and name. */
  private static final int AROUND_CELLS = 6;

  private final List<Sender> senders;
  private final Language language;

  private BriefSenders(List<Sender> senders, Language language) {
    this.senders = senders;
    this.language = language;
  }

  static BriefSenders of(DomainFindings domain, Language language) {
    Map<String, Sender> senders = new LinkedHashMap<>();
    for (StreamFindings stream : domain.streams()) {
      if (stream.tally().fail() == 0) {
        break;
      }
      Sender sender = Sender.of(stream, language);
      senders.merge(sender.name + "\n" + sender.what, sender, Sender::plus);
    }
    return new BriefSenders(
        senders.values().stream()
            .sorted((one, other) -> Long.compare(other.failing, one.failing))
            .toList(),
        language);
  }

  /** How many lines they ask for. */
  int least() {
    return senders.isEmpty() ? 0 : Math.min(senders.size(), LEAST) + AROUND;
  }

  /** No more lines than that. */
  List<String> lines(int most, Paragraphs out) {
    if (senders.isEmpty()) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(
            out.rendered(part -> part.heading(language.say(BriefPhrase.FAILING_BY_SENDER))));
    int shown = Math.min(Math.min(senders.size(), MOST), most - AROUND);
    int digits = ("" + senders.get(0).failing).length();
    List<Sender> first = senders.subList(0, shown);
    int least = first.stream().mapToInt(sender -> Lines.width(sender.briefly)).max().orElse(0);
    int name =
        Math.min(
            first.stream().mapToInt(Sender::nameWidth).max().orElse(0),
            WIDTH - AROUND_CELLS - digits - least);
    for (Sender sender : first) {
      lines.add(sender.line(digits, name));
    }
    List<Sender> more = senders.subList(shown, senders.size());
    if (!more.isEmpty()) {
      long failing = more.stream().mapToLong(Sender::failing).reduce(0, Tally::sum);
      lines.add(language.say(BriefPhrase.MORE_SENDERS.of(more.size(), failing)));
    }
    return lines;
  }

  /** The sender of failing mail; what is the matter with it also in fewer words. */
  private record Sender(String name, long failing, String what, String briefly) {
    Sender {
      name = Prose.shortened(name, NAME);
    }

    static Sender of(StreamFindings stream, Language language) {
      String sender = stream.diagnosis().sender();
      Diagnosis diagnosis = stream.diagnosis();
      return new Sender(
          sender.isEmpty() ? Words.group(stream.sourceGroup(), language) : sender,
          stream.tally().fail(),
          PlainWords.of(diagnosis.streamClass(), diagnosis.confidence(), language),
          PlainWords.brief(diagnosis.streamClass(), diagnosis.confidence(), language));
    }

    int nameWidth() {
      return Lines.width(name);
    }

    /** The larger one comes first. */
    Sender plus(Sender other) {
      return new Sender(name, Tally.sum(failing, other.failing), what, briefly);
    }

    String line(int digits, int width) {
      String shown = Prose.shortened(name, width);
      int room = WIDTH - AROUND_CELLS - digits - width;
      return "  "
          + Lines.right("" + failing, digits)
          + "  "
          + Lines.left(shown, width)
          + "  "
          + (Lines.width(what) <= room ? what : briefly);
    }
  }
}
