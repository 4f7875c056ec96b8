package dmarcreports.output.text;

import dmarcreports.analysis.explain.Belief;
import dmarcreports.analysis.explain.ExplainedMail;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.output.language.Language;
import dmarcreports.output.wording.TextPhrase;
import dmarcreports.report.header.ArcResults;
import dmarcreports.report.header.AuthenticationResults.Result;
import dmarcreports.report.header.Author;
import dmarcreports.report.header.ReceivedSpf;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who vouched for a mail, and who only claims to. */
final class VouchersText {
  private static final int SHOWN = 12;

  private final ExplainedMail explained;
  private final Language language;
  private final Paragraphs out;

  VouchersText(ExplainedMail explained, Language language, Paragraphs out) {
    this.explained = explained;
    this.language = language;
    this.out = out;
  }

  void write() {
    explained.mail().authors().stream().limit(SHOWN).forEach(this::author);
    explained.mail().returnPath().ifPresent(path -> labelled(MailPhrase.RETURN_PATH, Cut.of(path)));
    cameIn();
    believed();
    notBelieved();
    some(explained.mail().arc(), this::claimed);
    new SignaturesText(language, out).write(explained.claims());
    new PathText(language, out).write(explained);
  }

  private void author(Author author) {
    String address = AuthorText.address(author);
    labelled(
        MailPhrase.FROM,
        author
            .name()
            .map(name -> language.say(MailPhrase.FROM_WITH_NAME.of(Cut.of(name), address)))
            .orElse(address));
  }

  private void labelled(MailPhrase label, String text) {
    out.item(0, Labels.mark(language.say(label)), text);
  }

  private void cameIn() {
    String address = explained.address().map(a -> a.text()).orElse("");
    String time = explained.time().map(Object::toString).orElse("");
    if (!address.isEmpty() && !time.isEmpty()) {
      labelled(MailPhrase.CAME_IN, language.say(MailPhrase.CAME_IN_FROM_AT.of(address, time)));
    } else if (!address.isEmpty()) {
      labelled(MailPhrase.CAME_IN, language.say(MailPhrase.CAME_IN_FROM.of(address)));
    } else if (!time.isEmpty()) {
      labelled(MailPhrase.CAME_IN, language.say(MailPhrase.CAME_IN_AT.of(time)));
    }
  }

  private void believed() {
    List<Result> results = explained.belief().results();
    boolean told = results.stream().anyMatch(result -> result.method().equals("spf"));
    Optional<ReceivedSpf> spf = told ? Optional.empty() : explained.belief().spf();
    if (results.isEmpty() && spf.isEmpty()) {
      return;
    }
    out.text(
        0,
        explained
            .belief()
            .host()
            .map(host -> language.say(MailPhrase.BELIEVED_OF.of(Cut.of(host))))
            .orElseGet(() -> language.say(MailPhrase.BELIEVED)));
    some(results, result -> out.item(2, "- ", ResultText.whole(result)));
    spf.ifPresent(field -> out.item(2, "- ", language.say(text(field))));
  }

  private static Saying text(ReceivedSpf field) {
    Stream<String> words = Stream.concat(Stream.of(field.word()), field.comments().stream());
    return MailPhrase.SPF_FIELD.of(Cut.of(words.collect(Collectors.joining(" "))));
  }

  private void notBelieved() {
    some(
        explained.belief().judged().stream()
            .filter(field -> field.standing() != Belief.Standing.BELIEVED)
            .toList(),
        field -> {
          String host =
              field
                  .results()
                  .server()
                  .map(Cut::of)
                  .orElseGet(() -> language.say(MailPhrase.NO_NAME));
          out.text(
              0,
              language.say(MailPhrase.NOT_BELIEVED.of(host, language.say(why(field.standing())))));
          results(field.results().results());
        });
  }

  private static MailPhrase why(Belief.Standing standing) {
    return switch (standing) {
      case BELIEVED, OTHER_HOST -> MailPhrase.OTHER_HOST;
      case BELOW_STRANGER -> MailPhrase.BELOW_STRANGER;
      case NOT_TOPMOST -> MailPhrase.NOT_TOPMOST;
    };
  }

  private void claimed(ArcResults arc) {
    String host =
        arc.results().server().map(Cut::of).orElseGet(() -> language.say(MailPhrase.NO_NAME));
    out.text(0, language.say(MailPhrase.CLAIMED.of(arc.instance(), host)));
    results(arc.results().results());
  }

  private void results(List<Result> results) {
    some(results, result -> out.item(2, "- ", ResultText.whole(result)));
    if (results.isEmpty()) {
      out.item(2, "- ", language.say(MailPhrase.NO_RESULTS));
    }
  }

  private <T> void some(List<T> all, Consumer<T> each) {
    all.stream().limit(SHOWN).forEach(each);
    if (all.size() > SHOWN) {
      out.text(2, language.say(TextPhrase.MORE_IN_LIST.of(all.size() - SHOWN, "--format json")));
    }
  }
}
