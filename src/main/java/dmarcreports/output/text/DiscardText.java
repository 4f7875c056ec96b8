package dmarcreports.output.text;

import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.plain.Inert;
import dmarcreports.stored.Discarded;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was discarded, for a person: which input and why, then what was wrong, then where it is. */
public final class DiscardText {
  private static final String INDENT = "    ";

  private DiscardText() {}

  /** Leaves the stream open. */
  public static void write(List<Discarded> discards, Language language, OutputStream to)
      throws IOException {
    for (Discarded one : discards) {
      line(to, language.say(input(one)));
      line(to, INDENT + one.detail());
      line(to, INDENT + language.say(StatusPhrase.DISCARD_IN.of(one.place())));
    }
  }

  private static Saying input(Discarded one) {
    return one.member()
        .map(
            member ->
                StatusPhrase.DISCARD_OF_MEMBER.of(one.when(), one.reason(), one.input(), member))
        .orElseGet(() -> StatusPhrase.DISCARD.of(one.when(), one.reason(), one.input()));
  }

  private static void line(OutputStream to, String text) throws IOException {
    to.write((Inert.line(text) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
