package dmarcreports.output.text;

import dmarcreports.analysis.change.Gain;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Lines;
import dmarcreports.output.wording.EvidenceWords;
import java.util.stream.Stream;

/** The evidences of a stream: what was checked, what the receiver said, what a change would do. */
final class EvidenceText {
  private static final int INDENT = 2;

  private final Language language;
  private final Paragraphs out;

  /** As wide as the longest word that answers, and a gap. */
  private final int answers;

  EvidenceText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
    this.answers =
        Stream.of(Gain.values())
                .mapToInt(gain -> Lines.width(EvidenceWords.inWord(gain, language)))
                .max()
                .orElse(0)
            + 2;
  }

  /** One of several, which begins with what was seen. */
  void numbered(EvidenceWords evidence) {
    write(evidence, 0);
  }

  /** That of one mail. */
  void write(EvidenceWords evidence) {
    write(evidence, INDENT);
  }

  private void write(EvidenceWords evidence, int first) {
    int indent = first;
    for (EvidenceWords.Line line : evidence.lines()) {
      out.item(indent, Labels.mark(line.label()), language.sentences(line.sentences()));
      indent = INDENT;
    }
    evidence.changes().ifPresent(one -> out.text(INDENT, one));
    evidence
        .answers()
        .forEach(one -> out.item(2 * INDENT, Labels.padded(one.inWord(), answers), one.sentence()));
  }
}
