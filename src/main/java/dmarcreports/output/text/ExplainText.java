package dmarcreports.output.text;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.wording.ClassTable;
import dmarcreports.output.wording.ExplainPhrase;
import dmarcreports.output.wording.StreamWords;
import dmarcreports.output.wording.TextPhrase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;

/** What a person reads who wants to see how the findings about a source came about. */
public final class ExplainText {
  /** As many of a stream are told. */
  private static final int EVIDENCES = 200;

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
    text.table();
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
    out.blank();
    Saying title = ExplainPhrase.STREAM.of(number, all, fate(part.tally()), name(part));
    out.title(language.say(title), '-');
    out.text(0, language.say(part.diagnosis().explanation()));
    StreamWords words = StreamWords.of(stream, EVIDENCES, "--format json", language);
    words.whole().ifPresent(whole -> out.text(0, whole));
    out.blank();
    out.text(0, words.why());
    out.text(0, words.known());
    words.circumstances().forEach(one -> out.item(2, "- ", one));
    out.blank();
    words.evidences().forEach(evidences::numbered);
    words.more().ifPresent(more -> out.text(0, more));
  }

  /** The class table, down to the last row that decided. */
  private void table() {
    StreamClass last =
        explained.domains().stream()
            .flatMap(domain -> domain.streams().stream())
            .map(stream -> stream.part().diagnosis().streamClass())
            .max(Comparator.naturalOrder())
            .orElse(StreamClass.INVALID_FROM);
    ClassTable table = ClassTable.downTo(last, language);
    out.blank();
    out.text(0, table.preface());
    int number = 1;
    for (String row : table.rows()) {
      out.item(2, (number < 10 ? " " : "") + number++ + " ", row);
    }
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
