package dmarcreports.output.text;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.stream.StreamClass;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Codes;
import dmarcreports.output.wording.ChangeWords;
import dmarcreports.output.wording.Numbers;
import dmarcreports.output.wording.RemedyText;
import java.io.IOException;
import java.io.OutputStream;

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
    out.text(
        0,
        "Mail passes DMARC when SPF or DKIM passes for the domain in its From line; one of the two"
            + " is enough. SPF is about the domain of the return path, and looks at the address of"
            + " the sending server. DKIM is about the domain that signed. Relaxed alignment, which"
            + " is usual, also lets another name of the same organization count; strict alignment"
            + " (aspf=s for SPF, adkim=s for DKIM) only the identical name.");
  }

  private void domain(Explained.Domain domain) {
    Tally tally = domain.tally();
    out.blank();
    out.title(explained.source() + " for " + domain.domain(), '=');
    out.text(
        0,
        Numbers.counted(tally.messages(), "message")
            + ": "
            + tally.pass()
            + " pass DMARC, "
            + tally.fail()
            + " fail"
            + (tally.unknown() > 0 ? ", " + tally.unknown() + " cannot be told" : "")
            + ". The DMARC record of "
            + domain.domain()
            + " asks for p="
            + domain.policy().p().map(Codes::word).orElse("(not told)")
            + ", with "
            + Codes.word(domain.policy().spfMode())
            + " alignment of SPF and "
            + Codes.word(domain.policy().dkimMode())
            + " alignment of DKIM.");
    int number = 1;
    for (Explained.Stream stream : domain.streams()) {
      stream(number++, domain.streams().size(), stream);
    }
    out.blank();
    out.title("What to do about " + explained.source() + " for " + domain.domain(), '-');
    if (domain.actions().isEmpty()) {
      out.text(0, tally.fail() > 0 ? "Nothing that would help." : "Nothing: no mail of it fails.");
    }
    domain.actions().forEach(this::action);
  }

  private void stream(int number, int all, Explained.Stream stream) {
    StreamFindings part = stream.part();
    Diagnosis diagnosis = part.diagnosis();
    out.blank();
    out.title(
        "Stream " + number + " of " + all + ": " + fate(part.tally()) + ", " + name(part), '-');
    out.text(0, language.say(diagnosis.explanation()));
    if (stream.wholeSources() > part.sources()) {
      out.text(
          0,
          "The same stream has "
              + Numbers.counted(stream.whole().messages(), "message")
              + " from "
              + Numbers.counted(stream.wholeSources(), "address")
              + " in all; they were judged together.");
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
        "Why "
            + found.word()
            + " ("
            + diagnosis.confidence().word()
            + "): "
            + ClassTableText.decision(stream));
    out.text(0, "What else is known of the sender:");
    stream.circumstances().forEach(one -> out.item(2, "- ", language.say(one)));
  }

  private void action(Explained.ToDo todo) {
    Action action = todo.action();
    Remedy remedy = action.remedy();
    RemedyText words = new RemedyText(remedy, language);
    out.blank();
    String mark = todo.rank() + ". ";
    int indent = mark.length();
    out.item(
        0,
        mark,
        ChangeWords.of(action.changes())
            + ", for "
            + action.target().text()
            + ". State: "
            + action.state().word()
            + " since "
            + action.stateSince()
            + ".");
    out.text(indent, effect(todo));
    sentence(indent, "Needs: ", words.needs());
    sentence(indent, "Assumes: ", words.assumes());
    int number = 1;
    for (String step : words.steps()) {
      out.item(indent, number++ + ") ", step);
    }
    if (!remedy.dnsRecords().isEmpty()) {
      out.text(indent, "DNS records (in the form of a zone file):");
      words.dnsRecords().forEach(dns -> out.verbatim(indent + 2, dns));
    }
    for (Remedy.Snippet snippet : remedy.snippets()) {
      out.text(indent, "The same as code (" + snippet.language() + "):");
      out.verbatim(indent + 2, snippet.text());
    }
  }

  private void sentence(int indent, String mark, String text) {
    if (!text.isEmpty()) {
      out.item(indent, mark, text);
    }
  }

  private static String effect(Explained.ToDo todo) {
    Action action = todo.action();
    return action.repairedMax() == 0
        ? "It repairs nothing by itself."
        : "It repairs "
            + repaired(todo.repairedMin(), todo.repairedMax())
            + " of this source, and "
            + repaired(action.repairedMin(), action.repairedMax())
            + " of the domain in all.";
  }

  private static String repaired(long min, long max) {
    return (min == max ? "" : min + " to ") + Numbers.counted(max, "failing message");
  }

  private static String fate(Tally tally) {
    if (tally.fail() > 0) {
      return Numbers.counted(tally.fail(), "failing message");
    }
    return tally.unknown() > 0
        ? Numbers.counted(tally.unknown(), "message") + " without a verdict"
        : Numbers.counted(tally.messages(), "passing message");
  }

  private static String name(StreamFindings part) {
    String sender = part.diagnosis().sender();
    return (sender.isEmpty() ? part.sourceGroup() : sender)
        + part.diagnosis().headerFrom().map(author -> ", as @" + author.text()).orElse("");
  }
}
