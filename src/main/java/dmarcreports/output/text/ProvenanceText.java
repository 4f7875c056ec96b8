package dmarcreports.output.text;

import dmarcreports.output.plain.Counted;
import dmarcreports.output.plain.Inert;
import dmarcreports.report.CarryingMail;
import dmarcreports.report.StatedResults;
import dmarcreports.stored.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where reports came from, for a person. */
public final class ProvenanceText {
  private static final int LABEL = 12;

  private ProvenanceText() {}

  public static void write(List<Provenance> reports, OutputStream to) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Provenance report : reports) {
      add(lines, "report", Optional.of(report.reportId()));
      add(lines, "reporter", Optional.of(report.reporter()));
      String conflict = report.conflict() ? "; in conflict, not counted" : "";
      add(
          lines,
          "about",
          Optional.of(
              report.domain()
                  + " on "
                  + report.day()
                  + ", "
                  + Counted.of(report.records(), "record")
                  + ", "
                  + Counted.of(report.messages(), "message")
                  + conflict));
      add(lines, "stored", Optional.of(report.stored().toString()));
      add(lines, "input", Optional.of(report.input()));
      report.mail().ifPresent(mail -> addMail(lines, mail));
    }
    to.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void addMail(List<String> lines, CarryingMail mail) {
    add(lines, "mail from", mail.from());
    add(lines, "mail date", mail.date());
    add(lines, "message id", mail.messageId());
    mail.authenticationResults()
        .map(StatedResults::parse)
        .ifPresent(stated -> add(lines, "stated", Optional.of(stated(stated))));
  }

  private static String stated(StatedResults stated) {
    String results =
        stated.results().entrySet().stream()
            .map(method -> method.getKey() + " " + String.join(" ", method.getValue()))
            .collect(Collectors.joining(", "));
    return (results.isEmpty() ? "nothing about DKIM, SPF or DMARC" : results)
        + stated.server().map(server -> " (by " + server + ")").orElse("")
        + "; what a header states is no proof";
  }

  private static void add(List<String> lines, String label, Optional<String> text) {
    text.ifPresent(
        value -> lines.add(label + " ".repeat(LABEL - label.length()) + Inert.line(value)));
  }
}
