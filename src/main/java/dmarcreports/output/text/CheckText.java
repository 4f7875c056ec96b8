package dmarcreports.output.text;

import dmarcreports.analysis.lookup.CheckedDomain;
import dmarcreports.analysis.lookup.SeenMail;
import dmarcreports.analysis.lookup.Severity;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What a person reads who wants to see what DNS publishes: the verdict, then each look-up. */
public final class CheckText {
  private final Language language;
  private final Paragraphs out;

  private CheckText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  public static void write(
      List<CheckedDomain> checked, Language language, Style style, OutputStream to)
      throws IOException {
    CheckText text = new CheckText(language, Paragraphs.to(to, style));
    boolean first = true;
    for (CheckedDomain domain : checked) {
      if (!first) {
        text.out.blank();
        text.out.blank();
      }
      first = false;
      text.domain(domain);
    }
    text.out.finish();
  }

  private void domain(CheckedDomain domain) {
    String name = domain.domain().text();
    out.title(
        language.say(
            switch (domain.severity()) {
              case OK, NOTE -> CheckPhrase.FINE.of(name);
              case UNKNOWN -> CheckPhrase.UNTOLD.of(name);
              case ATTENTION -> CheckPhrase.ATTENTION.of(name);
            }));
    out.text(0, language.say(List.of(counts(domain), stored(domain.seen()))));
    FindingText text = new FindingText(language, out);
    for (Severity weight : List.of(Severity.ATTENTION, Severity.UNKNOWN)) {
      domain.findings().stream()
          .filter(finding -> finding.severity() == weight)
          .forEach(text::summary);
    }
    domain.findings().forEach(text::write);
  }

  private static Saying counts(CheckedDomain domain) {
    return CheckPhrase.COUNTS.of(
        domain.findings().size(), domain.count(Severity.ATTENTION), domain.count(Severity.UNKNOWN));
  }

  private static Saying stored(SeenMail seen) {
    return seen.newestDay()
        .map(day -> CheckPhrase.STORED.of(seen.messages(), day))
        .orElseGet(CheckPhrase.NOTHING_STORED::of);
  }
}
