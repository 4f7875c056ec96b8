package dmarcreports.output.text;

import dmarcreports.output.language.Language;
import dmarcreports.output.wording.Prose;
import dmarcreports.report.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a digest tells: a label and what is said beside it.
 *
 * @param domain whose news it is; empty where it is that of no single domain
 * @param about the name that stands before the text; empty where none does
 */
public record DigestItem(
    DigestPhrase label, Optional<DomainName> domain, Optional<String> about, String text) {
  private static final int LABEL = 12;

  static DigestItem about(DigestPhrase label, DomainName domain, String text) {
    return new DigestItem(label, Optional.of(domain), Optional.of(Prose.name(domain.text())), text);
  }

  static DigestItem plain(DigestPhrase label, String text) {
    return new DigestItem(label, Optional.empty(), Optional.empty(), text);
  }

  /**
   * The text with the name before it, but where all that is told is about it.
   *
   * @param topic what all of it is about, if that is one domain
   */
  public String said(Optional<DomainName> topic, Language language) {
    return topic.isPresent() && topic.equals(domain)
        ? text
        : about.map(name -> language.say(DigestPhrase.ITEM.of(name, text))).orElse(text);
  }

  /** Lines of at most eighty columns. */
  List<String> lines(Optional<DomainName> topic, Language language) {
    return Prose.wrapped(
        Labels.padded(language.say(label.of()), LABEL) + said(topic, language), LABEL);
  }
}
