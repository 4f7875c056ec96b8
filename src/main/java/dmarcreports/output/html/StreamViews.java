package dmarcreports.output.html;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.stream.Belonging;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.output.html.template.JtestreamGenerated;
import dmarcreports.output.html.view.Said;
import dmarcreports.output.html.view.SenderPhrase;
import dmarcreports.output.html.view.Senders.Fact;
import dmarcreports.output.html.view.Senders.StreamView;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.PlainWords;
import dmarcreports.output.wording.Reasons;
import dmarcreports.output.wording.StreamWords;
import dmarcreports.output.wording.Verdicts;
import dmarcreports.output.wording.Words;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One stream of mail, as the page shows it. */
final class StreamViews {
  private static final int REPORTERS = 6;

  /** What tells all of it, where the page does not. */
  private static final String COMMAND = "explain";

  private final Language language;

  StreamViews(Language language) {
    this.language = language;
  }

  StreamView of(StreamFindings stream) {
    return view(stream, Optional.empty());
  }

  /** With how it came about, by so many evidences. */
  StreamView explained(StreamFindings stream, Explained.Stream how, int evidences) {
    return view(stream, Optional.of(StreamWords.of(how, evidences, COMMAND, language)));
  }

  /** What it takes of a page. */
  long bytes(StreamView view) {
    CountedWriter counted = new CountedWriter(OutputStream.nullOutputStream());
    JtestreamGenerated.render(new InertOutput(counted), null, view, new Said(language));
    return counted.written();
  }

  /** How it fared, and whose it is where it fails, for the picture. */
  static String kind(StreamFindings stream) {
    if (stream.tally().fail() == 0) {
      return stream.tally().pass() > 0 ? "pass" : "unknown";
    }
    return switch (stream.diagnosis().belonging()) {
      case OURS -> "ours";
      case PERHAPS_OURS -> "perhaps";
      case NOT_OURS -> "others";
    };
  }

  private StreamView view(StreamFindings stream, Optional<StreamWords> checks) {
    Diagnosis diagnosis = stream.diagnosis();
    List<Fact> facts = new ArrayList<>();
    diagnosis
        .headerFrom()
        .ifPresent(from -> fact(SenderPhrase.WRITTEN_AS, Words.name(from), facts));
    fact(SenderPhrase.WHOSE, language.say(whose(diagnosis.belonging())), facts);
    if (stream.tally().quarantined() > 0 || stream.tally().rejected() > 0) {
      fact(
          SenderPhrase.TREATED,
          language.say(
              SenderPhrase.TREATED_AS.of(
                  language.grouped(stream.tally().quarantined()),
                  language.grouped(stream.tally().rejected()))),
          facts);
    }
    fact(
        SenderPhrase.SEEN,
        language.say(
            SenderPhrase.SEEN_ON.of(
                Verdicts.period(stream.firstSeen(), stream.lastSeen(), language), stream.days())),
        facts);
    fact(
        SenderPhrase.REPORTERS,
        language.say(Names.of(Names.Joint.COMMA, stream.reporters(), REPORTERS)),
        facts);
    fact(
        SenderPhrase.ADVICE,
        language.say(
            Names.of(
                Names.Joint.COMMA,
                diagnosis.recommendations().stream()
                    .map(change -> PlainWords.of(change, language))
                    .toList())),
        facts);
    return new StreamView(
        language.say(
            SenderPhrase.STREAM.of(
                Words.of(diagnosis.streamClass(), language), stream.tally().messages())),
        kind(stream),
        language.say(diagnosis.explanation()),
        Reasons.evidence(stream, language),
        facts,
        checks);
  }

  private static Phrase whose(Belonging belonging) {
    return switch (belonging) {
      case OURS -> SenderPhrase.OURS;
      case PERHAPS_OURS -> SenderPhrase.PERHAPS_OURS;
      case NOT_OURS -> SenderPhrase.NOT_OURS;
    };
  }

  private void fact(Phrase label, String text, List<Fact> to) {
    to.add(new Fact(language.say(label), text));
  }
}
