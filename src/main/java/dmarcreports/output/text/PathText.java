package dmarcreports.output.text;

import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.report.DomainName;
import dmarcreports.report.header.Received;
import java.util.List;
import java.util.Optional;

/** The way that a mail took, and from where on it is only claimed. */
final class PathText {
  private static final int SHOWN = 12;

  private final Language language;
  private final Paragraphs out;

  PathText(Language language, Paragraphs out) {
    this.language = language;
    this.out = out;
  }

  void write(ExplainedMail explained) {
    List<Received> hops = explained.mail().hops();
    if (hops.isEmpty()) {
      return;
    }
    out.text(0, language.say(PathPhrase.PATH));
    for (int i = 0; i < Math.min(SHOWN, hops.size()); i++) {
      Saying hop = hop(hops.get(i));
      boolean own = i < explained.belief().ownHops();
      out.item(2, "- ", language.say(own ? hop : PathPhrase.CLAIMED.of(hop)));
    }
    if (hops.size() > SHOWN) {
      int more = hops.size() - SHOWN;
      out.text(2, language.say(TextPhrase.MORE_IN_LIST.of(more, "--format json")));
    }
  }

  private Saying hop(Received hop) {
    String by = hop.by().map(DomainName::text).orElseGet(() -> language.say(PathPhrase.NO_NAME));
    Saying from = client(hop);
    return hop.at()
        .map(time -> PathPhrase.HOP_AT.of(by, from, time))
        .orElseGet(() -> PathPhrase.HOP.of(by, from));
  }

  private static Saying client(Received hop) {
    Optional<String> name = hop.helo().map(Cut::of);
    if (hop.address().isPresent()) {
      String address = hop.address().get().text();
      return PathPhrase.CLIENT.of(name.orElse(address), address);
    }
    return name.map(PathPhrase.CLIENT_BY_NAME::of).orElseGet(PathPhrase.NO_CLIENT::of);
  }
}
