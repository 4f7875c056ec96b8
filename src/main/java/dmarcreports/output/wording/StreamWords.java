package dmarcreports.output.wording;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.output.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * How the findings about one stream came about, in the order in which it is told.
 *
 * @param whole how large the stream is, where this is not all of it
 * @param why which row of the class table decided, and what those above it ask
 * @param known what precedes the circumstances
 * @param circumstances what else counted
 * @param evidences most messages first
 * @param more how many are not told, and what tells them
 */
public record StreamWords(
    Optional<String> whole,
    String why,
    String known,
    List<String> circumstances,
    List<EvidenceWords> evidences,
    Optional<String> more) {

  /** Keeps its own copies of the lists. */
  public StreamWords {
    circumstances = List.copyOf(circumstances);
    evidences = List.copyOf(evidences);
  }

  /**
   * What is told of a stream.
   *
   * @param most how many evidences are told
   * @param list what tells all of them
   */
  public static StreamWords of(Explained.Stream stream, int most, String list, Language language) {
    Diagnosis diagnosis = stream.part().diagnosis();
    boolean all = stream.wholeSources() <= stream.part().sources();
    return new StreamWords(
        all
            ? Optional.empty()
            : Optional.of(
                language.say(
                    ExplainPhrase.WHOLE.of(stream.whole().messages(), stream.wholeSources()))),
        language.say(
            ExplainPhrase.WHY.of(
                diagnosis.streamClass().word(),
                diagnosis.confidence().word(),
                ClassTable.decision(stream))),
        language.say(ExplainPhrase.CIRCUMSTANCES),
        stream.circumstances().stream().map(language::say).toList(),
        EvidenceWords.of(stream.evidences(), most, language),
        Listed.more(Math.max(0, stream.evidences().size() - most), list, language));
  }
}
