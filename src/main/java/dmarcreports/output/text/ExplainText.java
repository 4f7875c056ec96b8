package dmarcreports.output.text;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What a person reads who wants to see how the findings about a source came about. */
public final class ExplainText {
  private final Explained explained;
  private final Language language;
  private final Paragraphs out;
  private final EvidenceText evidences;

  private ExplainText(Explained explained, Language language, Paragraphs out) {
    this.explained = explained;
    this.language = language;
    this.out = out;
    this.evidences = new EvidenceText(language, out);
  }

  public static void write(Explained explained, Language language, OutputStream to)
      throws IOException {
    ExplainText text = new ExplainText(explained, language, Paragraphs.to(to));
    text.preface();
    new ClassTableText(language, text.out).write(explained);
    explained.domains().forEach(text::domain);
    text.out.finish();
  }

  private void preface() {
    out.text(0, language.say(ExplainPhrase.PREFACE));
  }

  private void domain(Explained.Domain domain) {
    Tally tally = domain.tally();
    out.blank();
    out.title(language.say(ExplainPhrase.SOURCE.of(explained.source(), domain.domain())), '=');
    out.text(0, language.say(List.of(fared(tally), record(domain))));
    int number = 1;
    for (Explained.Stream stream : domain.streams()) {
      stream(number++, domain.streams().size(), stream);
    }
    out.blank();
    out.title(language.say(ExplainPhrase.TO_DO.of(explained.source(), domain.domain())), '-');
    if (domain.actions().isEmpty()) {
      boolean fails = tally.fail() > 0;
      out.text(0, language.say(fails ? ExplainPhrase.NOTHING_HELPS : ExplainPhrase.NOTHING_FAILS));
    }
    domain.actions().forEach(new ToDoText(language, out)::forSource);
  }

  private static Saying fared(Tally tally) {
    return tally.unknown() > 0
        ? ExplainPhrase.FARED_WITH_UNKNOWN.of(
            tally.messages(), tally.pass(), tally.fail(), tally.unknown())
        : ExplainPhrase.FARED.of(tally.messages(), tally.pass(), tally.fail());
  }

  private Saying record(Explained.Domain domain) {
    return ExplainPhrase.RECORD.of(
        domain.domain(),
        domain
            .policy()
            .p()
            .map(Codes::word)
            .orElseGet(() -> language.say(ExplainPhrase.POLICY_NOT_TOLD)),
        Codes.word(domain.policy().spfMode()),
        Codes.word(domain.policy().dkimMode()));
  }

  private void stream(int number, int all, Explained.Stream stream) {
    StreamFindings part = stream.part();
    Diagnosis diagnosis = part.diagnosis();
    out.blank();
    Saying title = ExplainPhrase.STREAM.of(number, all, fate(part.tally()), name(part));
    out.title(language.say(title), '-');
    out.text(0, language.say(diagnosis.explanation()));
    if (stream.wholeSources() > part.sources()) {
      out.text(
          0,
          language.say(ExplainPhrase.WHOLE.of(stream.whole().messages(), stream.wholeSources())));
    }
    out.blank();
    reasons(stream, diagnosis);
    out.blank();
    evidences.write(stream.evidences());
  }

  private void reasons(Explained.Stream stream, Diagnosis diagnosis) {
    StreamClass found = diagnosis.streamClass();
    out.text(
        0,
        language.say(
            ExplainPhrase.WHY.of(
                found.word(), diagnosis.confidence().word(), ClassTableText.decision(stream))));
    out.text(0, language.say(ExplainPhrase.CIRCUMSTANCES));
    stream.circumstances().forEach(one -> out.item(2, "- ", language.say(one)));
  }

  private static Saying fate(Tally tally) {
    if (tally.fail() > 0) {
      return TextPhrase.FAILING_MESSAGES.of(tally.fail());
    }
    return tally.unknown() > 0
        ? ExplainPhrase.WITHOUT_VERDICT.of(tally.unknown())
        : ExplainPhrase.PASSING.of(tally.messages());
  }

  private String name(StreamFindings part) {
    String sender = part.diagnosis().sender();
    String name = sender.isEmpty() ? part.sourceGroup() : sender;
    return part.diagnosis()
        .headerFrom()
        .map(author -> language.say(ExplainPhrase.NAME_AS.of(name, author.text())))
        .orElse(name);
  }
}
