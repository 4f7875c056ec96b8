package dmarcreports.output.text;

import dmarcreports.analysis.explain.Explained;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.lookup.CheckedMail;
import dmarcreports.analysis.lookup.Severity;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.EvidenceWords;
import dmarcreports.report.header.CarryingReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What a person reads who wants to know why one mail fared as it did: the verdict first. */
public final class MailText {
  private final ExplainedMail explained;
  private final Optional<CheckedMail> dns;
  private final Language language;
  private final Paragraphs out;

  private MailText(
      ExplainedMail explained, Optional<CheckedMail> dns, Language language, Paragraphs out) {
    this.explained = explained;
    this.dns = dns;
    this.language = language;
    this.out = out;
  }

  /**
   * Writes it.
   *
   * @param dns what DNS shows now, where it was asked
   */
  public static void write(
      ExplainedMail explained, Optional<CheckedMail> dns, Language language, OutputStream to)
      throws IOException {
    MailText text = new MailText(explained, dns, language, Paragraphs.to(to));
    text.verdict();
    text.section(MailPhrase.VOUCHED);
    new VouchersText(explained, language, text.out).write();
    text.why();
    text.list(
        MailPhrase.SHOWS,
        explained
            .signs()
            .subList(MailVerdict.looksLikeList(explained) ? 1 : 0, explained.signs().size()));
    dns.ifPresent(text::inDns);
    text.toDo();
    text.list(MailPhrase.ASSUMED, explained.doubts());
    text.out.finish();
  }

  private void section(MailPhrase title) {
    out.blank();
    out.title(language.say(title), '-');
  }

  private void list(MailPhrase title, List<Saying> sayings) {
    if (sayings.isEmpty()) {
      return;
    }
    section(title);
    sayings.forEach(one -> out.item(0, "- ", language.say(one)));
  }

  private void verdict() {
    out.title(AuthorText.all(explained.mail(), language), '=');
    explained.mail().inReport().map(this::inReport).ifPresent(one -> out.text(0, one));
    out.text(0, language.say(MailVerdict.of(explained)));
    dns.ifPresent(checked -> checked.changes().forEach(one -> out.text(0, language.say(one))));
  }

  private void inDns(CheckedMail checked) {
    section(MailPhrase.IN_DNS);
    out.text(
        0,
        language.say(
            CheckPhrase.COUNTS.of(
                checked.findings().size(),
                checked.count(Severity.ATTENTION),
                checked.count(Severity.UNKNOWN))));
    FindingText text = new FindingText(language, out);
    checked.findings().forEach(text::write);
  }

  private String inReport(CarryingReport report) {
    String reporter =
        report.reporter().map(Cut::of).orElseGet(() -> language.say(MailPhrase.SOMEBODY));
    return language.say(
        switch (report.type()) {
          case "delivery-status" -> MailPhrase.IN_BOUNCE.of(reporter);
          case "feedback-report" ->
              MailPhrase.IN_COMPLAINT.of(report.feedback().map(Cut::of).orElse(""), reporter);
          default -> MailPhrase.IN_REPORT.of(report.type(), reporter);
        });
  }

  private void why() {
    if (explained.stream().isEmpty()) {
      return;
    }
    section(MailPhrase.WHY);
    Explained.Stream stream = explained.stream().get();
    EvidenceText text = new EvidenceText(language, out);
    stream.evidences().forEach(one -> text.write(EvidenceWords.of(one, language)));
    out.text(0, language.say(MailPhrase.CIRCUMSTANCES));
    stream.circumstances().forEach(one -> out.item(2, "- ", language.say(one)));
  }

  private void toDo() {
    section(MailPhrase.TO_DO);
    if (explained.findings().isPresent()) {
      if (MailVerdict.looksLikeList(explained)) {
        out.text(0, language.say(MailPhrase.IF_LIST));
      }
      actions(explained.findings().get().actions(), MailPhrase.STEPS_SPEAK_OF_REPORTS);
    } else if (explained.author().isPresent()) {
      out.text(0, language.say(MailPhrase.ASK_FOR_RESULTS));
      explained
          .byClaims()
          .filter(domain -> !domain.actions().isEmpty())
          .ifPresent(domain -> actions(domain.actions(), MailPhrase.STEPS_IF_SIGNATURES_STAND));
    } else {
      out.text(0, language.say(MailPhrase.WRITE_ONE_FROM));
    }
  }

  private void actions(List<Explained.ToDo> actions, MailPhrase preface) {
    if (actions.isEmpty()) {
      out.text(0, language.say(MailPhrase.NOTHING));
      return;
    }
    out.text(0, language.say(preface));
    ToDoText todo = new ToDoText(language, out);
    actions.forEach(todo::forOneMail);
  }
}
