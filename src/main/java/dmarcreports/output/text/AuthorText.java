package dmarcreports.output.text;

import dmarcreports.analysis.saying.Names;
import dmarcreports.output.language.Language;
import dmarcreports.report.DomainName;
import dmarcreports.report.header.Author;
import dmarcreports.report.header.TracedMail;
import java.util.List;

/** Who wrote a mail, as it says itself. */
final class AuthorText {
  private static final int NAMED = 5;

  private AuthorText() {}

  /** The addresses in From, the first of many. */
  static String all(TracedMail mail, Language language) {
    List<String> addresses =
        mail.authors().stream()
            .map(AuthorText::address)
            .filter(address -> !address.isEmpty())
            .toList();
    return language.say(
        addresses.isEmpty()
            ? MailPhrase.TITLE_OF_NOBODY.of()
            : MailPhrase.TITLE.of(Names.of(Names.Joint.AND, addresses, NAMED)));
  }

  static String address(Author author) {
    String domain = author.domain().map(DomainName::text).orElse("");
    String at = author.localPart().isEmpty() || domain.isEmpty() ? "" : "@";
    return Cut.of(author.localPart() + at + domain);
  }
}
