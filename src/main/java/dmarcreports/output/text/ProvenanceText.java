package dmarcreports.output.text;

import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Inert;
import dmarcreports.report.CarryingMail;
import dmarcreports.report.header.StatedResults;
import dmarcreports.stored.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where reports came from, for a person. */
public final class ProvenanceText {
  private static final int LABEL = 12;

  private final Language language;
  private final List<String> lines = new ArrayList<>();

  private ProvenanceText(Language language) {
    this.language = language;
  }

  public static void write(List<Provenance> reports, Language language, OutputStream to)
      throws IOException {
    ProvenanceText text = new ProvenanceText(language);
    reports.forEach(text::add);
    to.write((String.join("\n", text.lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void add(Provenance report) {
    line(ProvenancePhrase.REPORT, report.reportId());
    line(ProvenancePhrase.REPORTER, report.reporter());
    ProvenancePhrase about =
        report.conflict() ? ProvenancePhrase.HOLDS_UNCOUNTED : ProvenancePhrase.HOLDS;
    line(
        ProvenancePhrase.ABOUT,
        language.say(about.of(report.domain(), report.day(), report.records(), report.messages())));
    line(ProvenancePhrase.STORED, report.stored().toString());
    line(ProvenancePhrase.INPUT, report.input());
    report.mail().ifPresent(this::add);
  }

  private void add(CarryingMail mail) {
    mail.from().ifPresent(from -> line(ProvenancePhrase.MAIL_FROM, from));
    mail.date().ifPresent(date -> line(ProvenancePhrase.MAIL_DATE, date));
    mail.messageId().ifPresent(id -> line(ProvenancePhrase.MESSAGE_ID, id));
    mail.authenticationResults()
        .map(StatedResults::parse)
        .ifPresent(stated -> line(ProvenancePhrase.STATED, language.say(stated(stated))));
  }

  private Saying stated(StatedResults stated) {
    List<String> methods =
        stated.results().entrySet().stream()
            .map(method -> method.getKey() + " " + String.join(" ", method.getValue()))
            .toList();
    String results =
        methods.isEmpty()
            ? language.say(ProvenancePhrase.NOTHING_STATED)
            : language.say(Names.of(Names.Joint.COMMA, methods));
    return stated
        .server()
        .map(server -> ProvenancePhrase.RESULTS_BY.of(results, server))
        .orElseGet(() -> ProvenancePhrase.RESULTS.of(results));
  }

  private void line(ProvenancePhrase label, String text) {
    lines.add(Labels.padded(language.say(label), LABEL) + Inert.line(text));
  }
}
